package pl.dziennik.account.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.testkit.language.Languages;

/** Which language a page or a text is in. */
class LanguageTest {
  @Test
  void aRequestMaySayTheLanguagesThatThereAre() {
    assertThat(Language.CODES.split("\\|"))
        .containsExactlyElementsOf(Arrays.stream(Language.values()).map(Language::code).toList())
        .containsExactlyElementsOf(Languages.ALL);
  }

  @ParameterizedTest
  @CsvSource({"pl, pl", "en, en", "uk, uk", "de, pl", "EN, pl", "'', pl", "../en, pl"})
  void aLinkAsksForOneOfThree(String asked, String language) {
    assertThat(Language.asked(asked).code()).isEqualTo(language);
    assertThat(Language.asked(null)).isEqualTo(Language.POLISH);
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
    assertThat(Language.accepted(header).code()).isEqualTo(language);
  }

  /** Anybody may send a header of any length, and reading a list takes its square. */
  @Test
  void aLongHeaderIsReadAtItsBeginningOnly() {
    String long20Kb = "uk;q=0.5," + "de;q=0.4,".repeat(2_300) + "en";

    assertThat(Language.accepted(long20Kb).code()).isEqualTo("uk");
    assertThat(Language.accepted("de,".repeat(7_000) + "en").code()).isEqualTo("pl");
    assertThat(Language.accepted("x".repeat(20_000)).code()).isEqualTo("pl");
  }

  @Test
  void theLinkGoesBeforeTheBrowser() {
    assertThat(reader("uk", "en")).isEqualTo(Language.UKRAINIAN);
    assertThat(reader("de", "en")).isEqualTo(Language.POLISH);
    assertThat(new Reader(Optional.empty(), Optional.of("en")).language())
        .isEqualTo(Language.ENGLISH);
    assertThat(new Reader(Optional.empty(), Optional.empty()).language())
        .isEqualTo(Language.POLISH);
  }

  private static Language reader(String lang, String accepted) {
    return new Reader(Optional.of(lang), Optional.of(accepted)).language();
  }
}
