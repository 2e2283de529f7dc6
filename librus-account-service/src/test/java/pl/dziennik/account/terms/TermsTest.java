package pl.dziennik.account.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.account.language.Language;

/** What somebody accepted under a number is what stands there for ever. */
class TermsTest {
  /** Another text is a new version with new files and lines of its own here, not a new hash. */
  @ParameterizedTest
  @CsvSource({
    "2026-1, pl, e26d2ee061d4dfce9deb2d4e3653f69ec58d8bed298ca0310074367f3a3e1795",
    "2026-1, en, 41f71b88c1d097d868a88df5b9d757f2e57ab6c028f98f8053ce23af15bfe39a",
    "2026-1, uk, 707a61b106c68686545e335c780ddf0c85cd947898c31078c549421e0b6708a4"
  })
  void aVersionIsNeverEdited(String version, String language, String sha256) throws Exception {
    Terms.Version terms = new Terms().in(Language.asked(language));

    assertThat(terms.version()).isEqualTo(version);
    assertThat(sha256(terms.text())).isEqualTo(sha256);
  }

  @ParameterizedTest
  @CsvSource({
    "pl, rozstrzyga wersja polska",
    "en, the Polish version prevails",
    "uk, переважає польська"
  })
  void sayWhichLanguagePrevails(String language, String words) {
    assertThat(new Terms().in(Language.asked(language)).text()).contains(words);
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
