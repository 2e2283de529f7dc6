package pl.dziennik.systemtests.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.client.Challenge;
import pl.dziennik.systemtests.client.SignIn;

/** Somebody with a mailbox and, at first, no LIBRUS Account. */
public record Consumer(Places places, String email) {
  public static final String PASSWORD = "zielony-rower-9";

  public static Consumer somebody(Places places) {
    return new Consumer(places, "osoba-" + UUID.randomUUID() + "@poczta.example");
  }

  /** Fills in the registration form, with these fields changed. */
  public Answer register(Map<String, String> changes) {
    Api anonymous = places.anonymous();
    Map<String, String> form = new HashMap<>();
    form.put("email", email);
    form.put("password", PASSWORD);
    form.put("ageBracket", "SIXTEEN_OR_OVER");
    form.put(
        "termsVersion",
        anonymous.get("/accounts/v1/terms/current").expect(200).json().path("version").asText());
    form.put("challengeResponse", Challenge.solve(anonymous));
    form.putAll(changes);
    return anonymous.post("/accounts/v1/registrations", form);
  }

  /** Registers, opens the mail, activates. */
  public Consumer activated() {
    return activated(Map.of());
  }

  /** The same with these fields of the form changed. */
  public Consumer activated(Map<String, String> changes) {
    String registration = register(changes).expect(202).json().path("registrationId").asText();
    String token = tokenInMailTo(email, "/activate");
    places
        .anonymous()
        .post("/accounts/v1/activations", Map.of("token", token, "registrationId", registration))
        .expect(204);
    return this;
  }

  /** Registers as a child under 13; that parent confirms. */
  public Consumer confirmedBy(Consumer parent) {
    register(Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", parent.email())).expect(202);
    String token = parent.tokenInMailTo(parent.email(), "/confirm-child");
    places
        .anonymous()
        .post("/accounts/v1/guardian-decisions", Map.of("token", token, "decision", "CONFIRM"))
        .expect(204);
    return this;
  }

  /** The token of the mail that leads to that page, once it has come. */
  public String tokenInMailTo(String recipient, String page) {
    return Patience.until(
            "a mail that leads to " + page,
            () -> places.mailboxOf(recipient).newest(page + "?lang="))
        .tokenFor(page);
  }

  public SignIn signIn() {
    return SignIn.toFamilyApp(places.origin(), places.origin() + "/app");
  }

  public Api signedIn(String password) {
    return places.anonymous().as(signIn().complete(email, password).accessToken());
  }

  public boolean canLogIn(String password) {
    return signIn().enter(new Browser(), email, password).isAtClient();
  }
}
