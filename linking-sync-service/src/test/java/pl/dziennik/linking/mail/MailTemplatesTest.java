package pl.dziennik.linking.mail;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.dziennik.testkit.language.MailTexts;

/** Every mail in every language, as text and as HTML, naming the same values. */
class MailTemplatesTest {
  static Stream<String> mails() {
    return MailTexts.all();
  }

  @ParameterizedTest
  @MethodSource("mails")
  void hasThreeLanguagesWithTheSameValues(String mail) {
    MailTexts.requireComplete(mail);
  }

  @ParameterizedTest
  @MethodSource("mails")
  void beginsWithItsSubject(String mail) {
    MailTexts.requireSubject(mail);
  }
}
