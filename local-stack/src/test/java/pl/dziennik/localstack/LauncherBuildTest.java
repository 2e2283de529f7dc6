package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./synergia up} builds what is stale, and only that (ADR 3). */
class LauncherBuildTest {
  private static final String COPY = "data/run/synergia-service/quarkus-run.jar";

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
  void nothingIsBuiltWhileTheSourcesStayThoughATestHasCleanedEverything()
      throws IOException, InterruptedException {
    upAndDown();
    assertThat(house.builds()).isEqualTo(1);

    house.synergia("test", "-pl", "api-gateway");
    assertThat(house.builds()).isEqualTo(2);
    upAndDown();

    assertThat(house.builds()).isEqualTo(2);
  }

  @Test
  void whatAWholeTestHasBuiltIsTaken() throws IOException, InterruptedException {
    house.synergia("test");
    upAndDown();

    assertThat(house.builds()).isEqualTo(1);
    assertThat(house.read(COPY)).isEqualTo("first");
  }

  @Test
  void aChangedSourceRunsThoughMavenKeepsStaleJars() throws IOException, InterruptedException {
    upAndDown();
    house.source("synergia-service", "second");

    upAndDown();

    assertThat(house.builds()).isEqualTo(2);
    assertThat(house.read(COPY)).isEqualTo("second");
  }

  @Test
  void aJarOfAnotherBuildIsNotTakenForThatOfTheseSources()
      throws IOException, InterruptedException {
    upAndDown();
    house.write("synergia-service/target/quarkus-app/quarkus-run.jar", "of some other branch");
    house.synergia("reset");

    upAndDown();

    assertThat(house.builds()).isEqualTo(2);
    assertThat(house.read(COPY)).isEqualTo("first");
  }

  @Test
  void copiesThatWereGivenAreNotTakenForThoseOfTheseSources()
      throws IOException, InterruptedException {
    upAndDown();
    house.write("synergia-service/target/quarkus-app/quarkus-run.jar", "given");
    house.run("", List.of("DZIENNIK_BUILT=true"), "up");
    assertThat(house.read(COPY)).isEqualTo("given");
    house.synergia("down");

    upAndDown();

    assertThat(house.read(COPY)).isEqualTo("first");
  }

  private void upAndDown() throws IOException, InterruptedException {
    House.Run up = house.synergia("up");
    assertThat(up.code()).as(up.said()).isZero();
    house.synergia("down");
  }
}
