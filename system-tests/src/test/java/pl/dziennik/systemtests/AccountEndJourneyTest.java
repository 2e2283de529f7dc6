package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Mailbox.Mail;
import pl.dziennik.systemtests.client.SignIn.Session;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Patience;

/** A holder deletes the account: real Keycloak, a link that stands, a device that rings. */
class AccountEndJourneyTest {
  private final Platform platform = Platform.running();
  private final Canary canary = new Canary(platform);
  private final String name = "Czapla" + UUID.randomUUID().toString().substring(0, 8);
  private final String comment = "Zimorodek" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void theDeletedAccountLeavesNothingButTheEvidenceOfItsConsent() {
    Family family = Family.of(platform, name);
    Consumer holder = family.holder();
    Session session = holder.signIn().complete(holder.email(), Consumer.PASSWORD);
    FamilyApp app =
        new FamilyApp(platform.places(), platform.anonymous().as(session.accessToken()));
    family.linksAndHasNews(app, comment);
    assertThat(canary.find(name)).as("the search finds what is there").isNotEmpty();
    assertThat(canary.find(family.lastName())).isNotEmpty();

    app.api().delete("/accounts/v1/me").expect(204);

    assertThat(app.api().get("/accounts/v1/me").expect(403).code()).isEqualTo("no-account");
    assertThat(holder.canLogIn(Consumer.PASSWORD)).isFalse();
    refresh(session).expect(400);
    for (String word : new String[] {name, family.lastName(), comment}) {
      Patience.until(
          "the erasure of " + word, () -> Optional.of(canary.find(word)).filter(List::isEmpty));
    }
    app.reads(family.pupil(), "grades").expect(404);
    Patience.until(
        "the address in the evidence alone",
        () ->
            Optional.of(canary.find(holder.email()))
                .filter(List.of("linking_sync.\"consents\": 1")::equals));
  }

  @Test
  void theAddressIsFreeForSomebodyNew() {
    Consumer anna = Consumer.somebody(platform.places()).activated();
    anna.signedIn(Consumer.PASSWORD).delete("/accounts/v1/me").expect(204);

    String registration =
        anna.register(Map.of()).expect(202).json().path("registrationId").asText();
    String token =
        Patience.until(
                "a second mail", () -> Optional.of(activations(anna)).filter(m -> m.size() == 2))
            .getLast()
            .tokenFor("/activate");
    platform
        .anonymous()
        .post("/accounts/v1/activations", Map.of("token", token, "registrationId", registration))
        .expect(204);

    Answer links = anna.signedIn(Consumer.PASSWORD).get("/family/v1/links").expect(200);
    assertThat(links.json().path("items")).isEmpty();
  }

  private List<Mail> activations(Consumer holder) {
    return platform.places().mailboxOf(holder.email()).mails().stream()
        .filter(m -> m.text().contains("/activate?lang="))
        .toList();
  }

  private Answer refresh(Session session) {
    return platform
        .anonymous()
        .form(
            "/auth/realms/librus/protocol/openid-connect/token",
            Map.of(
                "grant_type", "refresh_token",
                "client_id", "librus-app",
                "refresh_token", session.refreshToken()));
  }
}
