package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two {@code ./synergia} at once, on one data folder or in one clone. */
class LauncherLockTest {
  @TempDir Path folder;
  private House house;

  @BeforeEach
  void house() throws IOException {
    house = House.in(folder);
  }

  @AfterEach
  void down() throws IOException, InterruptedException {
    house.synergia("down");
    house.run("", second(), "down");
  }

  @Test
  void nobodyElseTouchesAPlatformThatIsBeingBuiltAndStarted()
      throws IOException, InterruptedException {
    house.write("hold", "");
    RunningScript first = house.start("", List.of(), "up");
    await().until(() -> house.builds() == 1);

    for (String command : List.of("up", "down", "reset")) {
      House.Run other = house.synergia(command);
      assertThat(other.code()).as(command).isEqualTo(1);
      assertThat(other.said())
          .startsWith("synergia: another ./synergia (process %d)".formatted(first.process().pid()));
    }
    house.remove("hold");

    assertThat(first.end().code()).isZero();
    assertThat(house.lives("some-service.grandchild")).isTrue();
    assertThat(house.synergia("up").said()).startsWith("already running");
  }

  @Test
  void whoComesTooLateEndsNothingOfTheOneThatRuns() throws IOException, InterruptedException {
    Process stranger = new ProcessBuilder("sleep", "300").start();
    try {
      new PidFile(folder.resolve("quicker")).write(stranger.pid());

      House.Run up = house.synergia("up");

      assertThat(up.code()).isEqualTo(1);
      assertThat(up.said()).contains("already running", "the supervisor ended");
      assertThat(house.data("pids/supervisor.pid"))
          .hasSameTextualContentAs(folder.resolve("quicker"));
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void ofTwoBuildsInOneCloneTheSecondWaitsAndSaysForWhom()
      throws IOException, InterruptedException {
    house.write("hold", "");
    RunningScript tests = house.start("", List.of(), "test");
    await().until(() -> house.builds() == 1);
    RunningScript up = house.start("", second(), "up");
    await()
        .until(
            () ->
                up.said().contains("waiting for another")
                    || Files.exists(folder.resolve("second/progress"))
                    || !up.process().isAlive());
    assertThat(up.said())
        .contains(
            "waiting for another ./synergia (process %d), which builds or tests in this clone"
                .formatted(tests.process().pid()));

    house.remove("hold");

    assertThat(tests.end().code()).isZero();
    assertThat(up.end().code()).isZero();
    assertThat(house.builds()).as("what the tests have built is taken").isEqualTo(1);
  }

  @Test
  void thePlatformOfTheTestsDoesNotWaitForTheBuildThatStartsIt()
      throws IOException, InterruptedException {
    house.write("journeys", "");

    House.Run tests = house.synergia("test");

    assertThat(tests.code()).as(tests.said()).isZero();
    assertThat(tests.said()).contains("healthy after", "stopped").doesNotContain("waiting");
  }

  private List<String> second() {
    return List.of("DZIENNIK_DATA=" + folder.resolve("second"));
  }
}
