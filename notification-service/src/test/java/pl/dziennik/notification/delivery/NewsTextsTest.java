package pl.dziennik.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Category;

class NewsTextsTest {
  private final NewsTexts texts = new NewsTexts();

  @Test
  void everyCategoryHasItsTextsAlsoInALanguageThatIsMissing() {
    for (Category category : Category.values()) {
      for (String language : new String[] {"pl", "en", "uk"}) {
        assertThat(texts.title(language, category)).isNotBlank();
        assertThat(texts.what(language, category)).isNotBlank();
      }
    }
    assertThat(texts.title("pl", Category.GRADES)).isEqualTo("Nowa ocena");
    assertThat(texts.body("pl", Category.GRADES, "Zosia"))
        .isEqualTo("Zosia: nowa ocena w dzienniku. Zobacz w aplikacji.");
  }

  @Test
  void aNameStaysWithinItsLine() {
    assertThat(NewsTexts.name("Zosia\r\nBcc: x@y.example")).isEqualTo("Zosia Bcc: x@y.example");
    assertThat(texts.body("pl", Category.NOTES, "100%s"))
        .isEqualTo("100%s: nowa uwaga w dzienniku. Zobacz w aplikacji.");
  }
}
