package pl.dziennik.support.token;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the verified token says. A role here is coarse and never enough by itself. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  public boolean isAnonymous() {
    return identity.isAnonymous();
  }

  /** The realm's public address. */
  public String issuer() {
    return token().getIssuer();
  }

  public String subject() {
    return token().getSubject();
  }

  /** The subject as an id: on the consumer side this is the account id. */
  public UUID subjectId() {
    return UUID.fromString(subject());
  }

  /** In whole seconds, as tokens say it. */
  public Instant issuedAt() {
    return Instant.ofEpochSecond(token().getIssuedAtTime());
  }

  /**
   * Whether the holder of the address has ever answered from its mailbox (realm {@code librus}).
   */
  public boolean isAddressVerified() {
    return this.<Boolean>claim("email_verified").orElse(false);
  }

  /** The client that the token was issued to. */
  public String azp() {
    return this.<String>claim("azp").orElse("");
  }

  /** The school that the token names (realm {@code synergia}, persons). */
  public Optional<UUID> schoolId() {
    return this.<String>claim("school_id").map(UUID::fromString);
  }

  public <T> Optional<T> claim(String name) {
    return Optional.ofNullable(token().<T>getClaim(name));
  }

  public Set<String> roles() {
    return identity.getRoles();
  }

  public boolean hasRole(String role) {
    return identity.hasRole(role);
  }

  private JsonWebToken token() {
    return (JsonWebToken) identity.getPrincipal();
  }
}
