package pl.dziennik.account.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** The languages of pages and texts. */
public enum PageLanguage {
  POLISH("pl"),
  ENGLISH("en"),
  UKRAINIAN("uk");

  private final String code;

  PageLanguage(String code) {
    this.code = code;
  }

  /** As in {@code <html lang>} and in the names of the templates. */
  public String code() {
    return code;
  }

  /** The language that a link asks for; Polish for any that there is not. */
  static PageLanguage asked(String code) {
    return ofCode(code).orElse(POLISH);
  }

  /** The one that the browser's {@code Accept-Language} likes best; Polish when it likes none. */
  static PageLanguage accepted(String header) {
    return ranges(header).stream()
        .filter(range -> range.getWeight() > 0)
        .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
        .map(range -> ofCode(Locale.forLanguageTag(range.getRange()).getLanguage()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(POLISH);
  }

  private static List<LanguageRange> ranges(String header) {
    try {
      return LanguageRange.parse(header);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static Optional<PageLanguage> ofCode(String code) {
    return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
  }
}
