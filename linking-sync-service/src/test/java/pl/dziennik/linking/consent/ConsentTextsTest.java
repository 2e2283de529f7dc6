package pl.dziennik.linking.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.testkit.language.Languages;

/** The consent in each language. */
class ConsentTextsTest {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final ConsentTexts texts = new ConsentTexts();

  @ParameterizedTest
  @ValueSource(strings = {"pl", "en", "uk"})
  void isWholeInEachLanguage(String language) {
    ConsentText polish = texts.in("pl");
    ConsentText text = texts.in(language);

    assertThat(text.language()).isEqualTo(language);
    assertThat(text.textId()).isEqualTo(polish.textId());
    assertThat(text.version()).isEqualTo(polish.version());
    assertThat(text.text().lines().count()).isEqualTo(polish.text().lines().count());
    assertThat(numbers(text)).containsExactlyInAnyOrderElementsOf(numbers(polish));
    assertThat(text.text()).contains("Librus sp. z o.o. sp. k.", "Synergia", "uodo.gov.pl");
    assertThat(text.controllers()).hasSameSizeAs(polish.controllers());
    assertThat(text.purposes()).hasSameSizeAs(polish.purposes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pl", "en", "uk"})
  void hasNothingOfAnotherLanguage(String language) {
    ConsentText text = texts.in(language);

    Languages.requireOwnLetters(language, text.text());
    Languages.requireOwnLetters(language, String.join("\n", text.controllers()));
    Languages.requireOwnLetters(language, String.join("\n", text.purposes()));
    Languages.requireOwnLetters(language, text.withdrawalMethod());
  }

  @Test
  void namesTheButtonsAsItsOwnTextDoes() {
    assertThat(texts.in("pl").text()).contains(button(texts.in("pl"), '„', '”'));
    assertThat(texts.in("en").text()).contains(button(texts.in("en"), '“', '”'));
    assertThat(texts.in("uk").text()).contains("кнопкою «Видалити поєднання»");
    assertThat(texts.in("uk").withdrawalMethod()).contains("«Видалити поєднання»");
  }

  @Test
  void aLanguageThatThereIsNotIsPolish() {
    assertThat(texts.in("de")).isEqualTo(texts.in("pl"));
  }

  private static String button(ConsentText text, char open, char close) {
    String how = text.withdrawalMethod();
    return how.substring(how.indexOf(open), how.indexOf(close) + 1);
  }

  private static List<String> numbers(ConsentText text) {
    return NUMBER.matcher(text.text()).results().map(MatchResult::group).toList();
  }
}
