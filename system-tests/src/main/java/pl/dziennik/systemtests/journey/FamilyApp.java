package pl.dziennik.systemtests.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.client.Forms;

/** The family's app, signed in to a LIBRUS Account. */
public record FamilyApp(Places places, Api api) {

  /** Begins a link, once the account is known to the service that links. */
  public JsonNode beginsALink() {
    Map<String, String> body =
        Map.of("redirectUri", places.origin() + "/linked", "platform", "WEB");
    return Patience.until(
            "the account at the linking service",
            () -> Optional.of(api.post("/family/v1/links", body)).filter(a -> a.status() != 503))
        .expect(201)
        .json();
  }

  /** Signs in at the school in that browser; what came back to {@code /linked}. */
  public Map<String, String> signsInAtSchool(
      Browser browser, JsonNode link, String login, String password) {
    browser.stopAt(places.origin() + "/linked").open(link.path("authorizationUrl").asText());
    browser.submit(
        "kc-form-login", Map.of("username", login, "password", password, "credentialId", ""));
    if (!browser.isAtClient()) {
      throw new IllegalStateException(
          "the login at the school did not come back: " + browser.page().text());
    }
    return Forms.query(browser.location());
  }

  /** Hands the answer of the login over. */
  public Answer handsOver(JsonNode link, Map<String, String> answer) {
    Map<String, String> body = new LinkedHashMap<>();
    for (String name : new String[] {"code", "state", "iss"}) {
      body.put(name, answer.getOrDefault(name, ""));
    }
    return api.post(path(link) + "/authorization-result", body);
  }

  /** Agrees to the text that was shown. */
  public Answer consents(JsonNode awaiting) {
    JsonNode consent = awaiting.path("consent");
    return api.post(
        path(awaiting) + "/consent",
        Map.of(
            "textId", consent.path("textId").asText(),
            "version", consent.path("version").asText(),
            "sha256", consent.path("sha256").asText(),
            "accepted", true));
  }

  /** The whole way: begin, sign in at the school, consent. */
  public JsonNode links(Browser browser, String login, String password) {
    JsonNode begun = beginsALink();
    JsonNode awaiting =
        handsOver(begun, signsInAtSchool(browser, begun, login, password)).expect(200).json();
    return consents(awaiting).expect(200).json();
  }

  public Answer withdraws(JsonNode link) {
    return api.delete(path(link));
  }

  /** A read of a pupil's category, e.g. {@code grades}. */
  public Answer reads(String pupil, String category) {
    return api.get("/family/v1/pupils/" + pupil + "/" + category);
  }

  /** The read, once it shows what is expected. */
  public JsonNode waitsFor(String pupil, String category, Predicate<JsonNode> expected) {
    return Patience.until(
        category + " of the pupil",
        () ->
            Optional.of(reads(pupil, category))
                .filter(a -> a.status() == 200)
                .map(Answer::json)
                .filter(expected));
  }

  private static String path(JsonNode link) {
    return "/family/v1/links/" + link.path("id").asText();
  }
}
