package pl.dziennik.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pl.dziennik.events.document.Category;
import pl.dziennik.testkit.language.Languages;

class NewsTextsTest {
  private final NewsTexts texts = new NewsTexts();

  @ParameterizedTest
  @EnumSource(Category.class)
  void everyCategoryHasItsTextsInEveryLanguage(Category category) {
    for (String language : Languages.ALL) {
      for (String text :
          new String[] {
            texts.title(language, category),
            texts.area(language, category),
            texts.body(language, category, "X")
          }) {
        assertThat(text).isNotBlank();
        Languages.requireOwnLetters(language, text);
      }
    }
    assertThat(Languages.ALL).extracting(l -> texts.title(l, category)).doesNotHaveDuplicates();
    assertThat(Languages.ALL).extracting(l -> texts.area(l, category)).doesNotHaveDuplicates();
  }

  /** The name stands alone before the colon, so that it needs no case ending in any language. */
  @ParameterizedTest
  @CsvSource({
    "pl, Zosia: nowa ocena w dzienniku. Zobacz w aplikacji.",
    "en, Zosia: new grade in the gradebook. See it in the app.",
    "uk, Zosia: нова оцінка в щоденнику. Перегляньте в застосунку."
  })
  void theNameIsNeverInflected(String language, String body) {
    assertThat(texts.body(language, Category.GRADES, "Zosia")).isEqualTo(body);
    for (Category category : Category.values()) {
      assertThat(texts.body(language, category, "Bartłomiej")).startsWith("Bartłomiej: ");
    }
  }

  @Test
  void aLanguageThatIsMissingIsPolish() {
    assertThat(texts.title("de", Category.GRADES)).isEqualTo("Nowa ocena");
  }

  @Test
  void aNameStaysWithinItsLine() {
    assertThat(NewsTexts.name("Zosia\r\nBcc: x@y.example")).isEqualTo("Zosia Bcc: x@y.example");
    assertThat(texts.body("pl", Category.NOTES, "100%s"))
        .isEqualTo("100%s: nowa uwaga w dzienniku. Zobacz w aplikacji.");
  }
}
