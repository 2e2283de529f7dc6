package pl.dziennik.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number in what a tool prints. */
final class Figure {
  private final Pattern pattern;

  /**
   * @param pattern with the number as its first group
   */
  Figure(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  double in(String printed) {
    Matcher m = pattern.matcher(printed);
    if (!m.find()) {
      throw new IllegalStateException("no figure in: " + printed);
    }
    return Double.parseDouble(m.group(1));
  }
}
