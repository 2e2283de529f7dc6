package pl.dziennik.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrkTest {
  private static final String TOKEN = "token-that-nobody-may-see";
  private static final String URL = "http://localhost:1/family";

  @TempDir Path folder;

  @Test
  void theTokenStandsInAFileOfMode600AndInNoArgument() throws IOException {
    Wrk wrk =
        stub(
            """
            #!/bin/sh
            echo "$*" > %1$s/arguments
            cat "$5" > %1$s/script
            stat -c %%a "$5" > %1$s/mode
            echo "$5" > %1$s/name
            echo "Requests/sec:   1234.5"
            """
                .formatted(folder));

    assertThat(wrk.rate(URL, TOKEN)).isEqualTo(1234.5);

    assertThat(written("arguments")).endsWith(URL).doesNotContain(TOKEN);
    assertThat(written("script"))
        .isEqualTo("wrk.headers[\"Authorization\"] = \"Bearer " + TOKEN + "\"");
    assertThat(written("mode")).isEqualTo("600");
    assertThat(Path.of(written("name"))).doesNotExist();
  }

  @Test
  void answersThatAreNoneAreNotCounted() throws IOException {
    Wrk wrk = stub("#!/bin/sh\necho 'Non-2xx or 3xx responses: 7'\necho 'Requests/sec: 9.0'\n");

    assertThatThrownBy(() -> wrk.rate(URL, TOKEN)).hasMessageContaining("responses: 7");
  }

  private Wrk stub(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("wrk"), script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new Wrk(new Tool("wrk", program));
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve(name)).strip();
  }
}
