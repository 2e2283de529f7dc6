package pl.dziennik.linking.school;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.dziennik.support.keycloak.FormPost;
import pl.dziennik.support.keycloak.IdentityUnavailable;

/**
 * The login at the school on Keycloak's own page, realm {@code synergia}, client {@code
 * family-linking}: we never see the school password.
 */
@ApplicationScoped
public class SchoolLogin {
  private static final Logger LOG = Logger.getLogger(SchoolLogin.class);
  private static final String REALM = "/realms/synergia";
  private static final String CLIENT = "family-linking";

  private final FormPost forms = new FormPost();
  private final String publicOrigin;
  private final String internalUrl;
  private final String secret;

  SchoolLogin(
      @ConfigProperty(name = "dziennik.linking.public-origin") String publicOrigin,
      @ConfigProperty(name = "dziennik.synergia.identity-url") String internalUrl,
      @ConfigProperty(name = "dziennik.linking.client-secret") String secret) {
    this.publicOrigin = publicOrigin;
    this.internalUrl = internalUrl;
    this.secret = secret;
  }

  /** The person's own short-lived tokens; kept nowhere. */
  public record Session(String accessToken, String refreshToken) {}

  /** The issuer that the answer to a login must name (RFC 9207). */
  public String issuer() {
    return publicOrigin + "/auth" + REALM;
  }

  /** Where the person signs in. */
  public String authorizationUrl(String state, String codeVerifier) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", CLIENT);
    query.put("response_type", "code");
    query.put("scope", "openid sharing:grant");
    query.put("redirect_uri", redirectUri());
    query.put("state", state);
    query.put("code_challenge", challenge(codeVerifier));
    query.put("code_challenge_method", "S256");
    return issuer() + "/protocol/openid-connect/auth?" + FormPost.encode(query);
  }

  /**
   * Trades a code for the person's tokens.
   *
   * @return empty when Keycloak refuses the code
   * @throws IdentityUnavailable when Keycloak does not answer
   */
  public Optional<Session> redeem(String code, String codeVerifier) {
    FormPost.Reply reply =
        forms.send(
            endpoint("token"),
            Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "client_secret", secret,
                "redirect_uri", redirectUri(),
                "code", code,
                "code_verifier", codeVerifier));
    return switch (reply.status()) {
      case 200 -> Optional.of(session(reply.body()));
      case 400 -> Optional.empty();
      default -> throw new IdentityUnavailable("token endpoint answers " + reply.status());
    };
  }

  /**
   * Ends the session at the school: otherwise the next child could not sign in with this browser.
   */
  public void end(Session session) {
    try {
      FormPost.Reply reply =
          forms.send(
              endpoint("logout"),
              Map.of(
                  "client_id",
                  CLIENT,
                  "client_secret",
                  secret,
                  "refresh_token",
                  session.refreshToken()));
      if (reply.status() >= 300) {
        LOG.warnf("a school session was not ended: %d", reply.status());
      }
    } catch (IdentityUnavailable e) {
      LOG.warnf("a school session was not ended: %s", e.getMessage());
    }
  }

  private String redirectUri() {
    return publicOrigin + "/linked";
  }

  private URI endpoint(String name) {
    return URI.create(internalUrl + REALM + "/protocol/openid-connect/" + name);
  }

  private static Session session(JsonNode body) {
    return new Session(body.path("access_token").asText(), body.path("refresh_token").asText());
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
