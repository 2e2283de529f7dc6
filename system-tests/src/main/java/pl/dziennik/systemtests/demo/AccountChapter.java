package pl.dziennik.systemtests.demo;

import java.util.Map;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Places;

/** The LIBRUS Account: registration by e-mail, activation, login. */
final class AccountChapter {
  private final Places places;
  private final Story story;

  AccountChapter(Places places, Story story) {
    this.places = places;
    this.story = story;
  }

  /** The account holder and the app that is signed in for them. */
  record Told(Consumer holder, FamilyApp app) {}

  Told tell(String schoolLogin) {
    story.tell("3. Mama zakłada bezpłatne Konto LIBRUS");
    Consumer mother = Consumer.somebody(places);
    Answer refused = mother.register(Map.of("email", schoolLogin));
    story.check(
        "school-login-not-an-email".equals(refused.code()),
        "login ze szkoły nie jest adresem e-mail, a formularz mówi dlaczego");
    String registration =
        mother.register(Map.of()).expect(202).json().path("registrationId").asText();
    story.check(!mother.canLogIn(Consumer.PASSWORD), "przed aktywacją nie można się zalogować");
    String token = mother.tokenInMailTo(mother.email(), "/activate");
    places
        .anonymous()
        .post("/accounts/v1/activations", Map.of("token", token, "registrationId", registration))
        .expect(204);
    story.check(true, "wiadomość z linkiem przyszła na " + mother.email() + "; konto działa");
    FamilyApp app = new FamilyApp(places, mother.signedIn(Consumer.PASSWORD));
    story.check(true, "mama zalogowała się w aplikacji");
    return new Told(mother, app);
  }
}
