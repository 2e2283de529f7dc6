package pl.dziennik.testkit.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** The languages that every text for a person comes in, and what their letters tell. */
public final class Languages {
  /** All of them, Polish first; for {@code @FieldSource}, too. */
  public static final List<String> ALL = List.of("pl", "en", "uk");

  private static final Pattern POLISH = Pattern.compile("[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]");
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
  private static final Pattern NOT_UKRAINIAN = Pattern.compile("[ыэёъЫЭЁЪ]");

  private Languages() {}

  /**
   * Fails when a text has letters of another language than it says: something was left
   * untranslated, or was translated into the wrong one.
   */
  public static void requireOwnLetters(String language, String text) {
    switch (language) {
      case "pl" -> none(CYRILLIC, language, text);
      case "en" -> {
        none(CYRILLIC, language, text);
        none(POLISH, language, text);
      }
      case "uk" -> {
        none(POLISH, language, text);
        none(NOT_UKRAINIAN, language, text);
        assertThat(text).as(language).containsPattern(CYRILLIC);
      }
      default -> throw new IllegalArgumentException(language);
    }
  }

  private static void none(Pattern letters, String language, String text) {
    assertThat(text.lines().filter(l -> letters.matcher(l).find()).toList()).as(language).isEmpty();
  }
}
