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

/** Ctrl-C is no failure, and leaves nothing behind. */
class LauncherInterruptTest {
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
  void whileThePlatformStartsItEndsAllOfIt() throws IOException, InterruptedException {
    house.write("progress", "STEP 0.1s services\n");
    RunningScript up = house.start("", List.of(), "up");
    await().until(() -> up.said().contains("services"));

    up.interrupt();

    House.Run interrupted = up.end();
    assertThat(interrupted.code()).isEqualTo(130);
    assertThat(interrupted.said()).endsWith("\nstopping\n");
    assertThat(house.lives("some-service.parent")).isFalse();
    assertThat(house.lives("some-service.grandchild")).isFalse();
    assertThat(house.data("pids")).isEmptyDirectory();
  }

  @Test
  void whileMavenBuildsItIsNotToldAsAFailure() throws IOException, InterruptedException {
    house.write("interrupted-build", "");

    House.Run up = house.synergia("up");

    assertThat(up.code()).isEqualTo(130);
    assertThat(up.said()).doesNotContain("synergia:");
  }

  @Test
  void whileKeycloakIsFetchedItLeavesNoHalfOfIt() throws IOException, InterruptedException {
    house.write("interrupted-fetch", "");

    House.Run up = house.synergia("up");

    assertThat(up.code()).isEqualTo(130);
    assertThat(up.said()).endsWith("fetching Keycloak " + version() + "\n");
    assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**/keycloak*");
  }

  private static String version() throws IOException {
    return Files.readAllLines(Path.of("../synergia")).stream()
        .filter(line -> line.startsWith("KEYCLOAK_VERSION="))
        .map(line -> line.split("=", 2)[1])
        .findFirst()
        .orElseThrow();
  }
}
