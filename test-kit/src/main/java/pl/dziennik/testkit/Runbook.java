package pl.dziennik.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL that {@code docs/operations.md} has operators type, so that tests can type it first. */
public final class Runbook {
  private static final Path PAGE = Path.of("..", "docs", "operations.md");

  private Runbook() {}

  /**
   * The statements of one block.
   *
   * @param title the comment in the block's first line
   * @param variables of psql, {@code :'name'} in the text
   */
  public static List<String> statements(String title, Map<String, String> variables) {
    Matcher block =
        Pattern.compile("```sql\\s+-- " + Pattern.quote(title) + "\\R(.*?)```", Pattern.DOTALL)
            .matcher(page());
    if (!block.find()) {
      throw new AssertionError(PAGE + " has no block '" + title + "'");
    }
    String sql = block.group(1);
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      sql = sql.replace(":'" + variable.getKey() + "'", "'" + variable.getValue() + "'");
    }
    return Arrays.stream(sql.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
