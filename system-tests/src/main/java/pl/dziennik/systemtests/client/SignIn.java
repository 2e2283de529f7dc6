package pl.dziennik.systemtests.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The authorization-code flow with PKCE on Keycloak's own pages, as an app does it. */
public final class SignIn {
  private final String origin;
  private final String realm;
  private final String client;
  private final String redirectUri;
  private final Map<String, String> wish;
  private final String verifier = random();

  private SignIn(
      String origin, String realm, String client, String redirectUri, Map<String, String> wish) {
    this.origin = origin;
    this.realm = realm;
    this.client = client;
    this.redirectUri = redirectUri;
    this.wish = wish;
  }

  /** A school person, as the page {@code /school} does it. */
  public static SignIn toSchool(String origin) {
    return new SignIn(origin, "synergia", "synergia-web", origin + "/school", Map.of());
  }

  /** A consumer, as the family's app does it. */
  public static SignIn toFamilyApp(String origin, String redirectUri) {
    return new SignIn(origin, "librus", "librus-app", redirectUri, Map.of());
  }

  /** The same, wishing for one of Keycloak's pages on the way, e.g. {@code UPDATE_PASSWORD}. */
  public SignIn wishing(String action) {
    return new SignIn(origin, realm, client, redirectUri, Map.of("kc_action", action));
  }

  /** What a login gives. */
  public record Session(String accessToken, String refreshToken) {}

  /** Opens the login page in this browser. */
  public Browser begin(Browser browser) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", client);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", redirectUri);
    query.put("state", random());
    query.put("code_challenge", challenge());
    query.put("code_challenge_method", "S256");
    query.putAll(wish);
    return browser.stopAt(redirectUri).open(endpoint("auth") + "?" + Forms.encode(query));
  }

  /** Logs in with login and password; the browser is then at the client or on the next page. */
  public Browser enter(Browser browser, String login, String password) {
    return begin(browser)
        .submit(
            "kc-form-login", Map.of("username", login, "password", password, "credentialId", ""));
  }

  /** Logs in, setting a new password where the page demands one. */
  public Session complete(Browser browser, String login, String password, String newPassword) {
    enter(browser, login, password);
    if (browser.hasForm("kc-passwd-update-form")) {
      browser.submit(
          "kc-passwd-update-form",
          Map.of("password-new", newPassword, "password-confirm", newPassword));
    }
    return redeem(browser);
  }

  /** A login without any surprise. */
  public Session complete(String login, String password) {
    return complete(new Browser(), login, password, password);
  }

  /** Trades the code for tokens. */
  public Session redeem(Browser browser) {
    if (!browser.isAtClient()) {
      throw new IllegalStateException(
          "the login did not come back: " + browser.location() + " " + browser.page().text());
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", client);
    form.put("redirect_uri", redirectUri);
    form.put("code", Forms.query(browser.location()).getOrDefault("code", ""));
    form.put("code_verifier", verifier);
    var json =
        Api.at(origin)
            .form("/auth/realms/" + realm + "/protocol/openid-connect/token", form)
            .expect(200)
            .json();
    return new Session(json.path("access_token").asText(), json.path("refresh_token").asText());
  }

  private String endpoint(String name) {
    return origin + "/auth/realms/" + realm + "/protocol/openid-connect/" + name;
  }

  private String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
