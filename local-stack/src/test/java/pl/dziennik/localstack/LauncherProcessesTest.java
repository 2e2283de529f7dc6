package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processes that {@code ./synergia} ends are the platform's, all of them and no others. */
class LauncherProcessesTest {
  private static final String MARK_OF_ANOTHER = " 1@another-boot\n";

  @TempDir Path folder;
  private House house;

  @BeforeEach
  void house() throws IOException {
    house = House.in(folder);
    Files.createDirectories(house.data("pids"));
  }

  @AfterEach
  void down() throws IOException, InterruptedException {
    house.synergia("down");
    house.run("", second(), "down");
  }

  @Test
  void anotherProcessUnderANotedIdIsLeftAlone() throws IOException, InterruptedException {
    Process stranger = new ProcessBuilder("sleep", "300").start();
    try {
      house.write("data/pids/some-service.pid", stranger.pid() + MARK_OF_ANOTHER);
      house.write("data/postgres/postmaster.pid", stranger.pid() + "\n");

      House.Run down = house.synergia("down");

      assertThat(down.said()).doesNotContain("ended");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void theSupervisorOfAnotherPlatformUnderANotedIdIsLeftAlone()
      throws IOException, InterruptedException {
    house.run("", second(), "up");
    String other = house.read("second/pids/supervisor.pid").split(" ", 2)[0];
    house.write("data/pids/supervisor.pid", other + MARK_OF_ANOTHER);

    assertThat(house.synergia("status").said()).isEqualTo("down\n");
    house.synergia("down");

    assertThat(house.run("", second(), "status").said()).startsWith("supervisor: up");
  }

  /** No such group of processes either, should somebody signal it. */
  @Test
  void whatIsNoIdOrHasNoMarkIsNoProcess() throws IOException, InterruptedException {
    for (String note : List.of("-999999999 \n", "999999999\n", "999999999 \n", "\n", "x 1@a\n")) {
      house.write("data/pids/some-service.pid", note);
      house.write("data/pids/supervisor.pid", note);
      house.write("data/postgres/postmaster.pid", note);

      assertThat(house.synergia("status").said()).as(note).isEqualTo("down\n");
      assertThat(house.synergia("down").said()).as(note).doesNotContain("ended");
    }
  }

  @Test
  void aProcessIsEndedWithTheChildrenOfAllItsThreads() throws IOException, InterruptedException {
    Process parent =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                ParentByThread.class.getName())
            .start();
    try (BufferedReader said = parent.inputReader()) {
      house.write("child", said.readLine());
      new PidFile(house.data("pids/some-service.pid")).write(parent.pid());

      house.synergia("down");

      assertThat(parent.isAlive()).isFalse();
      assertThat(house.lives("child")).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void noSignalReachesALaterProcessUnderTheSameId() throws IOException, InterruptedException {
    Process stranger = new ProcessBuilder("sleep", "300").start();
    try {
      String finish = ". launcher/processes.sh; finish TERM 1 %d:1@another-boot";
      int code =
          new ProcessBuilder("bash", "-c", finish.formatted(stranger.pid())).start().waitFor();

      assertThat(code).isZero();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  private List<String> second() {
    return List.of("DZIENNIK_DATA=" + folder.resolve("second"));
  }
}
