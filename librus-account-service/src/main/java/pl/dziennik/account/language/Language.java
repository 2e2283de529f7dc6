package pl.dziennik.account.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of pages, mails and texts. */
public enum Language {
  POLISH("pl"),
  ENGLISH("en"),
  UKRAINIAN("uk");

  /** The codes of them all, for what a request may say. */
  public static final String CODES = "pl|en|uk";

  /** Parsing takes the square of a header's length, and anybody may send one of any length. */
  private static final int LONGEST_WISH = 200;

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** As in {@code <html lang>} and in the names of the templates. */
  public String code() {
    return code;
  }

  /** The one of that code; Polish for any that there is not, and when none is said. */
  public static Language asked(@Nullable String code) {
    return ofCode(code).orElse(POLISH);
  }

  /** The one of exactly that code, if there is. */
  public static Optional<Language> ofCode(@Nullable String code) {
    return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
  }

  /** The one that the browser's {@code Accept-Language} likes best; Polish when it likes none. */
  static Language accepted(String header) {
    return ranges(beginning(header)).stream()
        .filter(range -> range.getWeight() > 0)
        .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
        .map(range -> ofCode(Locale.forLanguageTag(range.getRange()).getLanguage()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(POLISH);
  }

  /** As many whole wishes as there is room for. */
  private static String beginning(String header) {
    if (header.length() <= LONGEST_WISH) {
      return header;
    }
    return header.substring(0, Math.max(header.lastIndexOf(',', LONGEST_WISH), 0));
  }

  private static List<LanguageRange> ranges(String header) {
    try {
      return LanguageRange.parse(header);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
