package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the mail says to whoever registered. */
@AccountTest
class RegistrationMailIT {
  @Inject MockMailbox mailbox;

  @Test
  void whoActivatesReadsWhatWasSaidInTheirName() {
    Map<String, String> said =
        Map.of(
            "SIXTEEN_OR_OVER", "16 lat lub więcej",
            "THIRTEEN_TO_FIFTEEN", "od 13 do 15 lat");
    said.forEach(
        (bracket, text) -> {
          Person anna = Person.somebody(mailbox);
          anna.register(Map.of("ageBracket", bracket)).then().statusCode(202);
          anna.tokenInMail("/activate");
          Mail mail = anna.mailsTo(anna.email()).getLast();
          assertThat(mail.getText()).contains(text, "akceptujesz regulamin");
          assertThat(mail.getHtml()).contains(text, "akceptujesz regulamin");
        });
  }

  @Test
  void theMailSpeaksThePersonsLanguage() {
    Person anna = Person.somebody(mailbox);
    anna.register(Map.of("language", "en")).then().statusCode(202);
    anna.tokenInMail("/activate");

    assertThat(anna.mailsTo(anna.email()).getLast().getSubject())
        .isEqualTo("Activate your LIBRUS Account");
  }
}
