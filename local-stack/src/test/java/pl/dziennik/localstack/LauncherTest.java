package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./synergia}: how it starts and ends processes, and what it tells them how. */
class LauncherTest {
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
  void aFailureIsOneLineAndNothingIsLeftWhenItEnds() throws IOException, InterruptedException {
    house.write(
        "progress", "STEP 0.1s services\nFAILED some-service died (code 1): why; see log\n");

    House.Run up = house.synergia("up");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.said())
        .endsWith("services\nsynergia: some-service died (code 1): why; see log\n");
    assertThat(house.lives("some-service.parent")).isFalse();
    assertThat(house.lives("some-service.grandchild")).isFalse();
    assertThat(house.synergia("status").said()).isEqualTo("down\n");
  }

  @Test
  void downNeedsNoJdk() throws IOException, InterruptedException {
    house.synergia("up");
    assertThat(house.lives("some-service.grandchild")).isTrue();
    house.remove("jdk/bin/java");
    house.remove("jdk/bin/javac");

    House.Run down = house.synergia("down");

    assertThat(down)
        .isEqualTo(new House.Run(0, "stopped; the data stay in " + folder.resolve("data\n")));
    assertThat(house.lives("some-service.grandchild")).isFalse();
  }

  @Test
  void whatAKilledSupervisorLeftIsCountedAndEndedWithItsChildren()
      throws IOException, InterruptedException {
    house.synergia("up");
    PidFile supervisor = new PidFile(house.data("pids/supervisor.pid"));
    assertThat(supervisor.find()).as("script and supervisor note alike").isPresent();
    ProcessHandle killed = ProcessHandle.of(supervisor.find().orElseThrow()).orElseThrow();
    killed.destroyForcibly();
    killed.onExit().join();

    assertThat(house.synergia("status").said()).contains("1 of its processes are left");
    assertThat(house.synergia("down").said()).contains("ended 1 processes");

    assertThat(house.lives("some-service.parent")).isFalse();
    assertThat(house.lives("some-service.grandchild")).isFalse();
  }

  @Test
  void secretsAreToldByStandardInputAndNeverByArguments() throws IOException, InterruptedException {
    house.synergia("up");
    house.write("data/secrets.env", "linking_app=password-of-the-database\n");

    assertThat(house.synergia("demo").code()).isZero();
    assertThat(house.read("input")).isEqualTo("token-of-the-operator\n");
    assertThat(house.synergia("bench").code()).isZero();
    assertThat(house.read("input")).isEqualTo("token-of-the-operator\npassword-of-the-database\n");
    assertThat(house.run("my-own-password\n", List.of(), "token", "anna@example.com", "-").said())
        .isEqualTo("token for my-own-password\n");

    assertThat(house.read("arguments"))
        .contains("Demo", "Bench", "anna@example.com")
        .doesNotContain("token-of-the-operator", "password-of-the-database", "my-own-password");
  }

  @Test
  void noPasswordIsToldToWhoeverHasThePortWhileThePlatformIsDown()
      throws IOException, InterruptedException {
    house.synergia("up");
    house.synergia("down");

    House.Run token = house.run("my-own-password\n", List.of(), "token", "anna@example.com", "-");

    assertThat(token)
        .isEqualTo(new House.Run(1, "synergia: the platform is not up: ./synergia up\n"));
    assertThat(house.read("arguments")).doesNotContain("anna@example.com");
  }

  @Test
  void whatDoesNotRunHasNoLineInTheStatus() throws IOException, InterruptedException {
    house.synergia("up");

    House.Run status = house.synergia("status");

    assertThat(status.code()).isZero();
    assertThat(status.said()).contains("some-service  ", "whole").doesNotContain("postgresql");
  }

  @Test
  void aPasswordOnTheCommandLineIsRefused() throws IOException, InterruptedException {
    House.Run token = house.synergia("token", "anna@example.com", "my-own-password");

    assertThat(token.code()).isEqualTo(1);
    assertThat(token.said()).contains("./synergia token anna@example.com -");
    assertThat(house.read("arguments")).isEmpty();
  }
}
