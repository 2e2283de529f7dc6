package pl.dziennik.linking.family;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import pl.dziennik.support.problem.Problem;

/** Reads what a client wrote in the address; a refusal names the parameter. */
final class Asked {
  /** Schools count days in Polish time. */
  static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;
  private static final int MAX_LIMIT = 200;
  private static final int DEFAULT_LIMIT = 50;
  private static final Pattern TERM = Pattern.compile("\\d{4}/\\d{2}-\\d{1,2}");
  private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Asked() {}

  /** An id in a path: what is none names nothing. */
  static UUID pupil(String id) {
    if (!ID.matcher(id).matches()) {
      throw Problem.notFound();
    }
    return UUID.fromString(id);
  }

  static Optional<LocalDate> day(Optional<String> text, String name) {
    return text.map(t -> parsed(t, name, "for example 2026-11-25", LocalDate::parse));
  }

  static Optional<YearMonth> month(Optional<String> text, String name) {
    return text.map(t -> parsed(t, name, "for example 2026-11", YearMonth::parse));
  }

  /** A term as its documents are keyed. */
  static Optional<String> term(Optional<String> text) {
    if (text.isPresent() && !TERM.matcher(text.get()).matches()) {
      throw wrong("term", "for example 2026/27-1");
    }
    return text;
  }

  static int limit(Optional<String> text) {
    int limit =
        text.map(t -> SMALL_NUMBER.matcher(t).matches() ? Integer.parseInt(t) : 0)
            .orElse(DEFAULT_LIMIT);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw wrong("limit", "1 to " + MAX_LIMIT);
    }
    return limit;
  }

  static Problem wrong(String name, String detail) {
    return Problem.of(400, "invalid-request", "A parameter is not acceptable.").field(name, detail);
  }

  private static <T extends Temporal> T parsed(
      String text, String name, String example, Function<String, T> parser) {
    try {
      T value = parser.apply(text);
      int year = value.get(java.time.temporal.ChronoField.YEAR);
      if (year < FIRST_YEAR || year > LAST_YEAR) {
        throw wrong(name, "no school keeps such a day");
      }
      return value;
    } catch (DateTimeException e) {
      throw wrong(name, example);
    }
  }
}
