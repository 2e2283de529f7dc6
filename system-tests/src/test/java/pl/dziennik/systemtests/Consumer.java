package pl.dziennik.systemtests;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Challenge;
import pl.dziennik.systemtests.client.Mailbox;
import pl.dziennik.systemtests.client.SignIn;

/** Somebody with a mailbox and no account yet. */
record Consumer(Platform platform, String email) {
  static final String PASSWORD = "zielony-rower-9";

  static Consumer somebody(Platform platform) {
    return new Consumer(platform, "osoba-" + UUID.randomUUID() + "@poczta.example");
  }

  Answer register(Map<String, String> changes) {
    Api anonymous = platform.anonymous();
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

  /** The token of the mail that leads to that page, once it has come. */
  String tokenInMailTo(String recipient, String page) {
    Mailbox mailbox = Mailbox.of(Platform.MAILBOX, recipient);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> mailbox.newest(page + "#").isPresent());
    return mailbox.newest(page + "#").orElseThrow().tokenFor(page);
  }

  SignIn signIn() {
    return SignIn.toFamilyApp(Platform.ORIGIN, Platform.ORIGIN + "/app");
  }

  Api signedIn(String password) {
    return platform.anonymous().as(signIn().complete(email, password).accessToken());
  }

  boolean canLogIn(String password) {
    return signIn()
        .enter(new pl.dziennik.systemtests.client.Browser(), email, password)
        .isAtClient();
  }
}
