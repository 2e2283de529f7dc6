package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder: whose it is, who may look into it, and what is never deleted. */
class LauncherFolderTest {
  @TempDir Path folder;
  private House house;

  @BeforeEach
  void house() throws IOException {
    house = House.in(folder);
  }

  @AfterEach
  void down() throws IOException, InterruptedException {
    house.synergia("down");
  }

  @Test
  void itIsItsOwnersAlone() throws IOException, InterruptedException {
    Files.createDirectory(house.data(""));
    Files.setPosixFilePermissions(house.data(""), PosixFilePermissions.fromString("rwx--x--x"));

    house.synergia("up");

    assertThat(mode("")).isEqualTo("rwx------");
    for (String file : List.of("logs/supervisor.log", "pids/supervisor.pid", "progress")) {
      assertThat(mode(file)).as(file).isEqualTo("rw-------");
    }
    assertThat(mode("run/local-stack")).isEqualTo("rwx------");
    assertThat(Files.getPosixFilePermissions(folder.resolve("api-gateway/target")))
        .as("what Maven makes keeps the mask that is set here")
        .isEqualTo(Files.getPosixFilePermissions(folder.resolve("local-stack/launcher")));
  }

  @Test
  void theSupervisorSeesToItToo() throws IOException {
    Path root = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));

    StateFolder.at(root);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
        .isEqualTo("rwx------");
  }

  @Test
  void somebodyElsesIsRefused() throws IOException, InterruptedException {
    for (String command : List.of("up", "down", "status", "reset")) {
      House.Run run = house.run("", List.of("DZIENNIK_DATA=" + somebodyElses()), command);

      assertThat(run.code()).as(command).isEqualTo(1);
      assertThat(run.said()).contains(" belongs to ", ", not to you");
    }
  }

  /** In whatever moment it was interrupted. */
  @Test
  void aHalfResetFolderIsResetAgain() throws IOException, InterruptedException {
    for (List<String> left :
        List.of(List.of("lock"), List.of("lock", "secrets.env", "kafka/log"))) {
      for (String file : left) {
        house.write("half/" + file, "");
      }
      House.Run run = house.run("", List.of("DZIENNIK_DATA=" + folder.resolve("half")), "reset");

      assertThat(run.code()).as(run.said()).isZero();
      assertThat(folder.resolve("half")).doesNotExist();
    }
  }

  @Test
  void whatIsNoPlatformsIsNeitherMadeIntoOneNorDeleted() throws IOException, InterruptedException {
    house.write("theses/chapter", "one");
    for (String command : List.of("up", "reset")) {
      House.Run run = house.run("", List.of("DZIENNIK_DATA=" + folder.resolve("theses")), command);

      assertThat(run.code()).as(command).isEqualTo(1);
      assertThat(run.said()).contains("holds something else than a platform's data");
    }
    assertThat(house.read("theses/chapter")).isEqualTo("one");
  }

  @Test
  void neitherAHomeNorACloneIsDeletedWhateverIsInIt() throws IOException, InterruptedException {
    house.write("home/anna/pids/some.pid", "");
    house.write("pids/some.pid", "");
    for (String place : List.of("home", "home/anna", "home/anna/..", ".")) {
      Path data = folder.resolve(place);
      House.Run reset =
          house.run(
              "", List.of("DZIENNIK_DATA=" + data, "HOME=" + folder.resolve("home/anna")), "reset");

      assertThat(reset.code()).as(place).isEqualTo(1);
    }
    assertThat(folder.resolve("home/anna/pids/some.pid")).exists();
    assertThat(folder.resolve("pids/some.pid")).exists();
  }

  @Test
  void resetDeletesWhatALinkLeadsTo() throws IOException, InterruptedException {
    house.synergia("up");
    Path link = Files.createSymbolicLink(folder.resolve("link"), house.data(""));

    House.Run reset = house.run("", List.of("DZIENNIK_DATA=" + link), "reset");

    assertThat(reset.said()).isEqualTo("all local data are gone\n");
    assertThat(house.data("")).doesNotExist();
  }

  @Test
  void anOffsetIsANumberAndNothingThatBashWouldRun() throws IOException, InterruptedException {
    String command = "a[$(touch %s)]".formatted(folder.resolve("has-run"));
    house.synergia("up");
    house.write("data/offset", command);

    assertThat(house.synergia("up").said()).contains("http://localhost:8080/school");
    assertThat(house.run("", List.of("DZIENNIK_PORT_OFFSET=" + command), "up").code()).isEqualTo(1);

    assertThat(folder.resolve("has-run")).doesNotExist();
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(house.data(name)));
  }

  /** Root can give a folder away; to anybody else those of the system are foreign. */
  private Path somebodyElses() throws IOException {
    Path etc = Path.of("/etc");
    if (!Files.isWritable(etc)) {
      return etc;
    }
    Path foreign = Files.createDirectories(folder.resolve("foreign"));
    var users = foreign.getFileSystem().getUserPrincipalLookupService();
    return Files.setOwner(foreign, users.lookupPrincipalByName("nobody"));
  }
}
