package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.notification.World.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.events.document.Category;
import pl.dziennik.testkit.language.Languages;

/** Pushes and mails speak the account's language. */
@NotificationTest
class LanguageIT {
  @Inject World world;
  @Inject MockMailbox mailbox;

  @ParameterizedTest
  @CsvSource({
    "pl, Nowa ocena, nowa ocena w dzienniku, oceny, Zobacz w aplikacji, Dzień dobry",
    "en, New grade, new grade in the gradebook, grades, See it in the app, Hello",
    "uk, Нова оцінка, нова оцінка в щоденнику, оцінки, Перегляньте в застосунку, Добрий день"
  })
  void ofTheAccount(
      String language, String title, String what, String area, String look, String greeting) {
    Family family = world.known(Family.of("Bogdan"));
    world.told(family.speaking(language, 2));
    JsonNode browser = family.browser();
    world.told(family.news(Category.GRADES));

    await(() -> PushServices.messages(browser).size() == 1);
    JsonNode push = PushServices.messages(browser).path(0).path("payload");
    assertThat(push.path("title").asText()).isEqualTo(title);
    assertThat(push.path("body").asText()).isEqualTo("Bogdan: " + what + ". " + look + ".");
    await(() -> mails(family).size() == 1);
    Mail mail = mails(family).getFirst();
    assertThat(mail.getSubject()).isEqualTo("Bogdan: " + area);
    assertThat(mail.getText()).contains(greeting, "http://dziennik.test/?lang=" + language);
    assertThat(mail.getHtml())
        .contains("<html lang=\"" + language + "\">", greeting, "/?lang=" + language + "\"");
    Languages.requireOwnLetters(language, mail.getText());
    Languages.requireOwnLetters(language, mail.getHtml());
  }

  @Test
  void anotherLanguageHoldsFromTheNextMessageOn() {
    Family family = world.known(Family.of("Bogdan"));
    JsonNode browser = family.browser();
    world.told(family.news(Category.NOTES));
    await(() -> PushServices.messages(browser).size() == 1);
    await(() -> mails(family).size() == 1);

    world.told(family.speaking("uk", 2));
    world.told(family.news(Category.NOTES));
    await(() -> PushServices.messages(browser).size() == 2);
    await(() -> mails(family).size() == 2);

    assertThat(PushServices.messages(browser).path(0).path("payload").path("title").asText())
        .isEqualTo("Nowa uwaga");
    assertThat(PushServices.messages(browser).path(1).path("payload").path("title").asText())
        .isEqualTo("Нове зауваження");
    assertThat(mails(family))
        .extracting(Mail::getSubject)
        .containsExactly("Bogdan: uwagi", "Bogdan: зауваження");
  }

  @Test
  void anOlderStateDoesNotBringAnOlderLanguageBack() {
    Family family = world.known(Family.of("Bogdan"));
    world.told(family.speaking("en", 3));
    world.told(family.speaking("pl", 2));
    world.told(family.news(Category.NOTES));

    await(() -> mails(family).size() == 1);
    assertThat(mails(family).getFirst().getSubject()).isEqualTo("Bogdan: remarks");
  }

  private List<Mail> mails(Family family) {
    return mailbox.getMailsSentTo(family.email);
  }
}
