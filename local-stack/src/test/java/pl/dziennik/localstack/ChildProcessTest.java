package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  @Test
  void whatAKilledSupervisorLeftIsFoundAndEndedWithItsChildren(@TempDir Path folder) {
    StateFolder state = StateFolder.at(folder);
    ChildProcess left =
        ChildProcess.start(state, "sleeper", List.of("sh", "-c", "sleep 300 & wait"), Map.of());

    assertThat(ChildProcess.endOrphans(state)).isEqualTo(1);
    assertThat(left.isAlive()).isFalse();
    assertThat(ChildProcess.endOrphans(state)).isZero();
  }

  @Test
  void anotherProcessUnderTheSameIdIsLeftAlone(@TempDir Path folder) throws IOException {
    StateFolder state = StateFolder.at(folder);
    long mine = ProcessHandle.current().pid();
    Files.writeString(state.pid("old"), mine + " 1999-01-01T00:00:00Z");

    assertThat(ChildProcess.find(state.pid("old"))).isEmpty();
    assertThat(ChildProcess.endOrphans(state)).isZero();
  }
}
