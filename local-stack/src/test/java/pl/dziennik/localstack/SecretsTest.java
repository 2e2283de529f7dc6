package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @Test
  void passwordsAreMadeOnceAndOnlyTheirOwnerReadsThem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("secrets.env");
    String first = new Secrets(file).password("synergia_app");
    String again = new Secrets(file).password("synergia_app");
    String other = new Secrets(file).password("account_app");

    assertThat(again).isEqualTo(first).hasSizeGreaterThanOrEqualTo(20);
    assertThat(other).isNotEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
