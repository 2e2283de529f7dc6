package pl.dziennik.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's wrk: as many requests as eight connections can make. */
final class Wrk {
  private static final String SECONDS = "8";
  private static final Figure RATE = new Figure("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern ERRORS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  private final Tool tool;

  Wrk(Tool tool) {
    this.tool = tool;
  }

  /** Requests a second; an answer that is none is a failure. */
  double rate(String url, String accessToken) {
    // Of mode 600. As an argument (-H) the token could be read by everybody on the machine.
    Path script = script("wrk.headers[\"Authorization\"] = \"Bearer " + accessToken + "\"\n");
    try {
      String printed =
          tool.run(
              Map.of(), List.of("-t1", "-c8", "-d" + SECONDS + "s", "-s", script.toString(), url));
      Matcher errors = ERRORS.matcher(printed);
      if (errors.find()) {
        throw new IllegalStateException(errors.group() + " of " + url);
      }
      return RATE.in(printed);
    } finally {
      delete(script);
    }
  }

  private static Path script(String text) {
    try {
      return Files.writeString(Files.createTempFile("wrk", ".lua"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
