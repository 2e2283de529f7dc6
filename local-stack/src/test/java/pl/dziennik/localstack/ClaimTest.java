package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {
  @TempDir Path folder;

  @Test
  void oneHasItUntilItIsGivenBack() throws IOException {
    Path file = folder.resolve("supervisor.lock");
    Claim first = Claim.on(file).orElseThrow();

    assertThat(Claim.on(file)).isEmpty();
    first.close();

    try (Claim next = Claim.on(file).orElseThrow()) {
      assertThat(next).isNotSameAs(first);
    }
  }
}
