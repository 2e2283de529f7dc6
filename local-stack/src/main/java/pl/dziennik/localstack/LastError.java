package pl.dziennik.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a process complained of last, for one line of words: of our JSON logs, and of any other. */
final class LastError {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ERROR =
      Pattern.compile("(?i)\\b(error|fatal|exception)\\b|Exception:");
  private static final Pattern STACK = Pattern.compile("\\s+at .*|\\s+\\.\\.\\. \\d+ more");
  private static final int LONGEST = 300;

  private LastError() {}

  /**
   * The last error, or the last line where none calls itself one.
   *
   * @param from where the run in question begins in the log, in bytes
   */
  static Optional<String> in(Path log, long from) {
    List<String> lines = lines(log, from);
    return lines.reversed().stream()
        .filter(LastError::tellsOfAnError)
        .findFirst()
        .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
        .map(LastError::words);
  }

  private static List<String> lines(Path log, long from) {
    try (InputStream in = Files.newInputStream(log)) {
      in.skipNBytes(from);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !STACK.matcher(line).matches())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean tellsOfAnError(String line) {
    return json(line)
        .map(
            j ->
                "ERROR".equals(j.path("level").asText())
                    || "FATAL".equals(j.path("level").asText()))
        .orElseGet(() -> ERROR.matcher(line).find());
  }

  /** One line, without what a terminal would obey. */
  private static String words(String line) {
    String text =
        json(line).map(LastError::message).orElse(line).replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** The message with the cause that lies deepest, for that is what has to be mended. */
  private static String message(JsonNode line) {
    JsonNode cause = line.path("exception");
    while (cause.at("/causedBy/exception").isObject()) {
      cause = cause.at("/causedBy/exception");
    }
    String said = line.path("message").asText();
    String why = cause.path("message").asText();
    return why.isEmpty() || said.contains(why) ? said : said + ": " + why;
  }

  private static Optional<JsonNode> json(String line) {
    try {
      return line.startsWith("{") ? Optional.of(JSON.readTree(line)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
