package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastErrorTest {
  @TempDir Path folder;

  @Test
  void ofOurLogsItIsTheMessageWithItsDeepestCause() throws IOException {
    Path log =
        log(
            """
            {"level":"ERROR","message":"an earlier one"}
            {"level":"ERROR","message":"Failed to start","exception":{"message":"wrapped",\
            "causedBy":{"exception":{"message":"Port 8081 is taken"}}}}
            {"level":"INFO","message":"error reporting is on"}
            """);

    assertThat(LastError.in(log, 0)).contains("Failed to start: Port 8081 is taken");
  }

  @Test
  void ofOtherLogsItIsTheLineAndNotItsStack() throws IOException {
    Path log =
        log(
            """
            Caused by: java.lang.IllegalStateException: no schema
            \tat some.Error.line(Error.java:1)
            \t... 12 more
            bye
            """);

    assertThat(LastError.in(log, 0))
        .contains("Caused by: java.lang.IllegalStateException: no schema");
  }

  @Test
  void whereNothingCallsItselfAnErrorItIsTheLastLine() throws IOException {
    assertThat(LastError.in(log("one\ntwo\n\n"), 0)).contains("two");
  }

  @Test
  void whatAnEarlierRunLoggedDoesNotCount() throws IOException {
    String earlier = "ERROR long ago\n";
    assertThat(LastError.in(log(earlier), earlier.length())).isEmpty();
  }

  @Test
  void itHoldsNothingThatATerminalWouldObey() throws IOException {
    String bell = "ERROR \u001b]0;title\u0007 and\u009b2J\tmore\n";
    String json = "{\"level\":\"ERROR\",\"message\":\"one\\u001b[2Jtwo\"}\n";

    assertThat(LastError.in(log(bell), 0)).contains("ERROR ]0;title and 2J more");
    assertThat(LastError.in(log(json), 0)).contains("one [2Jtwo");
  }

  private Path log(String text) throws IOException {
    return Files.writeString(folder.resolve("some.log"), text);
  }
}
