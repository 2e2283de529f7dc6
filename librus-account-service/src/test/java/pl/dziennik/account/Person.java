package pl.dziennik.account;

import static io.restassured.RestAssured.given;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.dziennik.testkit.Patience;

/** Somebody with an address of their own, at the public API. */
public record Person(String email, MockMailbox mailbox) {
  static final String PASSWORD = "zielony-rower-9";

  static Person somebody(MockMailbox mailbox) {
    return new Person("osoba-" + UUID.randomUUID() + "@poczta.example", mailbox);
  }

  /** Another spelling of the same mailbox. */
  String withTag(String tag) {
    return email.replace("@", "+" + tag + "@");
  }

  Map<String, Object> form() {
    Map<String, Object> form = new HashMap<>();
    form.put("email", email);
    form.put("password", PASSWORD);
    form.put("ageBracket", "SIXTEEN_OR_OVER");
    form.put(
        "termsVersion", given().get("/accounts/v1/terms/current").jsonPath().getString("version"));
    form.put("challengeResponse", solved());
    return form;
  }

  Response register(Map<String, Object> changes) {
    Map<String, Object> form = form();
    form.putAll(changes);
    return post("/registrations", form);
  }

  UUID registered() {
    Response answer = register(Map.of());
    answer.then().statusCode(202);
    return answer.jsonPath().getUUID("registrationId");
  }

  /** Somebody who has registered and answered the mail. */
  static Person activated(MockMailbox mailbox) {
    Person person = somebody(mailbox);
    UUID registration = person.registered();
    activate(person.tokenInMail("/activate"), registration).then().statusCode(204);
    return person;
  }

  static Response activate(String token, UUID registration) {
    return post("/activations", Map.of("token", token, "registrationId", registration));
  }

  static Response post(String path, Object body) {
    return given().contentType(ContentType.JSON).body(body).post("/accounts/v1" + path);
  }

  /** The token of the newest mail to an address that leads to that page. */
  String tokenInMail(String page) {
    return tokenInMail(email, page, 1);
  }

  /** The same when the page's language matters. */
  String tokenInMail(String page, String language) {
    return tokenIn(newestMail(email, 1), page, language);
  }

  String tokenInMail(String recipient, String page, int mails) {
    return tokenIn(newestMail(recipient, mails), page, "[a-z]{2}");
  }

  /** The newest mail to somebody, when they have so many. */
  String newestMail(String recipient, int mails) {
    Patience.until(() -> mailsTo(recipient).size() >= mails);
    return mailsTo(recipient).getLast().getText();
  }

  /**
   * @throws AssertionError when the mail does not lead there
   */
  static String tokenIn(String mail, String page, String language) {
    String link = Pattern.quote(page) + "\\?lang=" + language + "#([A-Za-z0-9_-]+)";
    Matcher found = Pattern.compile(link).matcher(mail);
    if (!found.find()) {
      throw new AssertionError("the mail does not lead to " + page + " in " + language);
    }
    return found.group(1);
  }

  List<Mail> mailsTo(String recipient) {
    return mailbox.getMailsSentTo(recipient);
  }

  static String solved() {
    Response challenge = given().get("/accounts/v1/challenges");
    String salt = challenge.jsonPath().getString("salt");
    String wanted = challenge.jsonPath().getString("challenge");
    int number = 0;
    while (!sha256(salt + number).equals(wanted)) {
      number++;
    }
    return answer(salt, wanted, number, challenge.jsonPath().getString("signature"));
  }

  static String answer(String salt, String challenge, int number, String signature) {
    String json =
        "{\"algorithm\":\"SHA-256\",\"challenge\":\"%s\",\"number\":%d,\"salt\":\"%s\",\"signature\":\"%s\"}"
            .formatted(challenge, number, salt, signature);
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
