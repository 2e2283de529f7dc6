package pl.dziennik.synergia.grade;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The symbol of a grade as written in the gradebook: {@code 4+}, {@code np}. Scale and signs by
 * par. 12 of the assessment regulation and the school's statute, as of 2026/27.
 */
record GradeValue(String symbol) {
  private static final Pattern SCALE = Pattern.compile("([1-6])([+-]?)");

  /** Noted in the course of the year; never counted. */
  private static final Set<String> REMARKS =
      Set.of("np", "bz", "nb", "nk", "zw", "zal", "nzal", "uc", "nu", "+", "-", "0");

  /** In place of a term or yearly grade: not classified, exempt, passed, attended. */
  private static final Set<String> IN_PLACE_OF_A_GRADE =
      Set.of("nk", "zw", "zal", "nzal", "uc", "nu");

  private static final int ONE = 100;

  /** What `+` adds; the common choice of statutes, hundredths of a grade. */
  static final int PLUS = 50;

  /** What `-` takes away, hundredths of a grade. */
  static final int MINUS = -25;

  /** Empty when a grade of that kind is not written so. */
  static Optional<GradeValue> of(String symbol, GradeKind kind) {
    var scale = SCALE.matcher(symbol);
    boolean allowed =
        scale.matches()
            ? kind.allowsSigns() || scale.group(2).isEmpty()
            : (kind == GradeKind.CURRENT ? REMARKS : IN_PLACE_OF_A_GRADE).contains(symbol);
    return allowed ? Optional.of(new GradeValue(symbol)) : Optional.empty();
  }

  /** The value in an average, in hundredths; empty for a symbol without a number. */
  OptionalInt hundredths() {
    var scale = SCALE.matcher(symbol);
    if (!scale.matches()) {
      return OptionalInt.empty();
    }
    int base = Integer.parseInt(scale.group(1)) * ONE;
    return OptionalInt.of(
        switch (scale.group(2)) {
          case "+" -> base + PLUS;
          case "-" -> base + MINUS;
          default -> base;
        });
  }
}
