package pl.dziennik.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import pl.dziennik.testkit.TestIdentity.Realm;

/**
 * Builds access tokens as the realms would, and wrong ones. Reads aloud: {@code
 * person(SYNERGIA).subject(..).school(..).roles("STAFF").token()}.
 */
public final class TestTokens {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final JwtClaims claims = new JwtClaims();
  private final Realm realm;
  private RsaJsonWebKey key;

  private TestTokens(Realm realm) {
    this.realm = realm;
    this.key = TestIdentity.shared().key(realm);
    claims.setIssuer(TestIdentity.issuer(realm.id()));
    claims.setSubject(UUID.randomUUID().toString());
    claims.setIssuedAtToNow();
    expiresIn(LIFE);
    claims.setGeneratedJwtId();
    claims.setStringClaim("typ", "Bearer");
  }

  /** A person's token of the realm's ordinary client, for all services of the realm. */
  public static TestTokens person(Realm realm) {
    return realm == Realm.SYNERGIA
        ? new TestTokens(realm).azp("synergia-web").audience("synergia-service")
        : new TestTokens(realm)
            .azp("librus-app")
            .audience("librus-account-service", "linking-sync-service", "notification-service");
  }

  /** A service's token (client credentials). */
  public static TestTokens service(Realm realm, String azp, String audience) {
    return new TestTokens(realm).azp(azp).audience(audience);
  }

  public TestTokens subject(String subject) {
    claims.setSubject(subject);
    return this;
  }

  public TestTokens subject(UUID subject) {
    return subject(subject.toString());
  }

  public TestTokens school(UUID school) {
    return claim("school_id", school.toString());
  }

  public TestTokens roles(String... roles) {
    return claim("realm_access", Map.of("roles", List.of(roles)));
  }

  public TestTokens azp(String client) {
    return claim("azp", client);
  }

  public TestTokens audience(String... services) {
    claims.setAudience(services);
    return this;
  }

  public TestTokens email(String email) {
    return claim("email", email).claim("preferred_username", email);
  }

  public TestTokens claim(String name, Object value) {
    claims.setClaim(name, value);
    return this;
  }

  public TestTokens issuer(String issuer) {
    claims.setIssuer(issuer);
    return this;
  }

  /** Issued so long ago, and still good. */
  public TestTokens age(Duration age) {
    NumericDate at = NumericDate.now();
    at.addSeconds(-age.toSeconds());
    claims.setIssuedAt(at);
    return this;
  }

  public TestTokens expired() {
    return expiresIn(Duration.ofHours(-1));
  }

  /** {@code typ} as in an ID or refresh token: {@code ID}, {@code Refresh}. */
  public TestTokens typ(String typ) {
    return claim("typ", typ);
  }

  /** Signed by a key that only pretends to be the realm's. */
  public TestTokens forged() {
    key = TestIdentity.shared().foreignKey();
    return this;
  }

  public String token() {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setPayload(claims.toJson());
    jws.setKey(key.getPrivateKey());
    jws.setKeyIdHeaderValue(TestIdentity.shared().key(realm).getKeyId());
    jws.setAlgorithmHeaderValue("RS256");
    jws.setHeader("typ", "JWT");
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private TestTokens expiresIn(Duration life) {
    NumericDate at = NumericDate.now();
    at.addSeconds(life.toSeconds());
    claims.setExpirationTime(at);
    return this;
  }
}
