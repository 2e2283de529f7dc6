package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
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

  /** The child has chosen the language. */
  @Test
  void aParentMayReadTheChildsMailInPolish() {
    for (String language : new String[] {"en", "uk"}) {
      String parent = "rodzic-" + UUID.randomUUID() + "@poczta.example";
      Person child = Person.somebody(mailbox);
      child
          .register(
              Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", parent, "language", language))
          .then()
          .statusCode(202);

      String text = child.newestMail(parent, 1);
      assertThat(text).contains("Po polsku: dziecko", child.email());
      assertThat(Person.tokenIn(text, "/confirm-child", "pl"))
          .isEqualTo(Person.tokenIn(text, "/confirm-child", language));
      assertThat(child.mailsTo(parent).getLast().getHtml())
          .contains("<p lang=\"pl\"", "/confirm-child?lang=pl#");
    }
  }
}
