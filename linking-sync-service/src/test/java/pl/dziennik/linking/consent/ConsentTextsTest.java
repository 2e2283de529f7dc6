package pl.dziennik.linking.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import pl.dziennik.testkit.language.Languages;

/** The consent in each language. */
class ConsentTextsTest {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final ConsentTexts texts = new ConsentTexts();

  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
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
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
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

  /**
   * People have agreed to these files. When this fails, put the file back as it was and make a new
   * version: {@code family-copy-<n>-<language>.txt} and {@code .properties} in every language, the
   * number in {@link ConsentTexts}, and six more rows here. Never another hash in a row.
   */
  @ParameterizedTest
  @CsvSource({
    "family-copy-1-pl.txt, 48e0822e8fa2844574bd2536bc1e94d5adc4d598b70edac9bf7bb07e945e21e7",
    "family-copy-1-pl.properties, 8cc2d8adb6f5d049f962102817282c00a49a4a1fe44d6d7b9701b817a6493056",
    "family-copy-1-en.txt, 3cb2bf355dc13ef99f81c3f23128dc7efb7a12bc25b6f846a02dbea4647975f3",
    "family-copy-1-en.properties, fcedbd20278d5d7a1e3a37a02674b475fd50d892b9a042dbf1ac08bb37ecffa6",
    "family-copy-1-uk.txt, 6c1b9a71f22c63c1e8f55882c15d07b843ee24070f7bf01c94158a859df855fc",
    "family-copy-1-uk.properties, a7220ec43ddd413297a9b7824dc34d684a390ad72f48e4f3638f789063d23c15"
  })
  void isNeverEdited(String file, String sha256) throws Exception {
    try (InputStream in = ConsentTexts.class.getResourceAsStream("/consents/" + file)) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Objects.requireNonNull(in).readAllBytes());
      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
    }
  }

  private static String button(ConsentText text, char open, char close) {
    String how = text.withdrawalMethod();
    return how.substring(how.indexOf(open), how.indexOf(close) + 1);
  }

  private static List<String> numbers(ConsentText text) {
    return NUMBER.matcher(text.text()).results().map(MatchResult::group).toList();
  }
}
