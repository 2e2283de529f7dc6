package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  private static final Duration LONG_BEFORE_ANYBODYS_TURN = Duration.ofSeconds(20);
  private static final String DIES = "echo starting; echo 'ERROR: no such database'; exit 7";

  @TempDir Path folder;
  private StateFolder state;
  private Supervisor supervisor;

  @BeforeEach
  void supervisor() {
    state = StateFolder.at(folder);
    supervisor = new Supervisor(new Progress(state.folder("progress")));
  }

  @AfterEach
  void nothingIsLeft() {
    supervisor.end();
  }

  @Test
  void aDeathIsToldAtOnceThoughTheStartStillWaitsForAnother() throws IOException {
    AtomicReference<ChildProcess> keycloak = new AtomicReference<>();

    run(
        parts -> {
          keycloak.set(parts.child(() -> process("keycloak", "sleep 300")));
          parts.child(() -> process("some-service", DIES));
          new CompletableFuture<Void>().join();
        });
    supervisor.end();

    assertThat(progress())
        .containsExactly(
            "FAILED some-service died (code 7): ERROR: no such database; see "
                + state.log("some-service"),
            "STOPPED");
    assertThat(keycloak.get().isAlive()).isFalse();
  }

  @Test
  void aDeathAfterTheStartIsToldToo() throws IOException {
    run(parts -> parts.child(() -> process("some-service", "sleep 1; " + DIES)));

    assertThat(progress()).hasSize(2).first().asString().startsWith("READY");
    assertThat(progress()).last().asString().startsWith("FAILED some-service died (code 7)");
  }

  @Test
  void whatNobodyForesawIsToldInOneLine() throws IOException {
    run(
        parts -> {
          throw new IllegalStateException("PUT /x answered 500:\n  <html>");
        });

    assertThat(progress())
        .containsExactly("FAILED java.lang.IllegalStateException: PUT /x answered 500: <html>");
  }

  @Test
  void afterTheEndNothingIsStarted() {
    Parts parts = new Parts();
    parts.end(complaint -> {});

    assertThatThrownBy(() -> parts.child(() -> process("some-service", "sleep 300")))
        .isInstanceOf(StartFailure.class);
    assertThat(state.pid("some-service").find()).isEmpty();
  }

  private void run(Consumer<Parts> startup) {
    assertTimeoutPreemptively(LONG_BEFORE_ANYBODYS_TURN, () -> supervisor.run(startup));
  }

  private ChildProcess process(String name, String script) {
    return ChildProcess.start(state, name, List.of("sh", "-c", script), Map.of());
  }

  private List<String> progress() throws IOException {
    return Files.readAllLines(state.folder("progress"));
  }
}
