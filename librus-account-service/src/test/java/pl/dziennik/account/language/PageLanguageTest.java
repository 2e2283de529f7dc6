package pl.dziennik.account.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language a page speaks. */
class PageLanguageTest {
  @ParameterizedTest
  @CsvSource({"pl, pl", "en, en", "uk, uk", "de, pl", "EN, pl", "'', pl", "../en, pl"})
  void aLinkAsksForOneOfThree(String asked, String language) {
    assertThat(PageLanguage.asked(asked).code()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uk | uk",
        "uk-UA,uk;q=0.9,en;q=0.8 | uk",
        "en-GB | en",
        "ru,uk;q=0.8,en;q=0.6 | uk",
        "en;q=0.4,pl;q=0.9 | pl",
        "en;q=0,uk;q=0.1 | uk",
        "de-DE,fr;q=0.5 | pl",
        "* | pl",
        "no such header;;; | pl",
        "en;q=x | pl",
        "'' | pl"
      })
  void aBrowserNamesWhatItLikes(String header, String language) {
    assertThat(PageLanguage.accepted(header).code()).isEqualTo(language);
  }

  @Test
  void theLinkGoesBeforeTheBrowser() {
    assertThat(reader("uk", "en")).isEqualTo(PageLanguage.UKRAINIAN);
    assertThat(reader("de", "en")).isEqualTo(PageLanguage.POLISH);
    assertThat(new Reader(Optional.empty(), Optional.of("en")).language())
        .isEqualTo(PageLanguage.ENGLISH);
    assertThat(new Reader(Optional.empty(), Optional.empty()).language())
        .isEqualTo(PageLanguage.POLISH);
  }

  private static PageLanguage reader(String lang, String accepted) {
    return new Reader(Optional.of(lang), Optional.of(accepted)).language();
  }
}
