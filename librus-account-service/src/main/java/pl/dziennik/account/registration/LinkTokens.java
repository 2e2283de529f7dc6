package pl.dziennik.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.problem.Problem;

/**
 * Tokens in the links of mails: 256 random bits, of which only a keyed hash is kept; each serves
 * once.
 */
@ApplicationScoped
public class LinkTokens {
  private static final int BYTES = 32;

  private final SecretKeySpec key;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  LinkTokens(@ConfigProperty(name = "dziennik.account.token-hash-key") String key, Clock clock) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256");
    this.clock = clock;
  }

  /** What a link is for. */
  public enum Purpose {
    ACTIVATE,
    CONFIRM_CHILD,
    RESET_PASSWORD
  }

  /** Whom a token speaks for: a registration or an account. */
  public record Owner(Optional<UUID> registrationId, Optional<UUID> accountId) {
    static Owner registration(UUID id) {
      return new Owner(Optional.of(id), Optional.empty());
    }

    public static Owner account(UUID id) {
      return new Owner(Optional.empty(), Optional.of(id));
    }
  }

  /** Writes the mail with a token's link; false when it was dropped. */
  public interface Mailing {
    boolean write(String token) throws SQLException;
  }

  /**
   * Makes a token and has it mailed. Older unused ones of the same owner and purpose end only when
   * the mail is written: the link of the last mail always works.
   */
  public void issue(
      Connection transaction, Purpose purpose, Owner owner, Duration life, Mailing mailing)
      throws SQLException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    if (mailing.write(token)) {
      end(transaction, purpose, owner);
      insert(transaction, token, purpose, owner, life);
    }
  }

  private void insert(
      Connection transaction, String token, Purpose purpose, Owner owner, Duration life)
      throws SQLException {
    Instant now = clock.instant();
    try (PreparedStatement insert =
        transaction.prepareStatement(
            "insert into link_tokens (hash, purpose, registration_id, account_id, created_at,"
                + " expires_at) values (?, ?, ?, ?, ?, ?)")) {
      insert.setBytes(1, hash(token));
      insert.setString(2, purpose.name());
      insert.setObject(3, orNull(owner.registrationId()));
      insert.setObject(4, orNull(owner.accountId()));
      insert.setTimestamp(5, Timestamp.from(now));
      insert.setTimestamp(6, Timestamp.from(now.plus(life)));
      insert.executeUpdate();
    }
  }

  /**
   * The owner of a good token, not locked: for those who must lock something else first.
   *
   * @throws Problem 410 {@code link-used-or-expired}, also for one that never was
   */
  public Owner owner(Connection transaction, Purpose purpose, String token) throws SQLException {
    return owner(transaction, purpose, token, "");
  }

  /**
   * The owner of a good token, locked until the transaction ends: two clicks take turns.
   *
   * @throws Problem 410 {@code link-used-or-expired}, also for one that never was
   */
  public Owner lock(Connection transaction, Purpose purpose, String token) throws SQLException {
    return owner(transaction, purpose, token, " for update");
  }

  private Owner owner(Connection transaction, Purpose purpose, String token, String lock)
      throws SQLException {
    try (PreparedStatement select =
        transaction.prepareStatement(
            "select registration_id, account_id from link_tokens where hash = ? and purpose = ?"
                + " and used_at is null and expires_at > ?"
                + lock)) {
      select.setBytes(1, hash(token));
      select.setString(2, purpose.name());
      select.setTimestamp(3, Timestamp.from(clock.instant()));
      try (ResultSet r = select.executeQuery()) {
        if (!r.next()) {
          throw gone();
        }
        return new Owner(
            Optional.ofNullable(r.getObject(1, UUID.class)),
            Optional.ofNullable(r.getObject(2, UUID.class)));
      }
    }
  }

  /** A token serves once. */
  public void use(Connection transaction, String token) throws SQLException {
    try (PreparedStatement update =
        transaction.prepareStatement("update link_tokens set used_at = ? where hash = ?")) {
      update.setTimestamp(1, Timestamp.from(clock.instant()));
      update.setBytes(2, hash(token));
      update.executeUpdate();
    }
  }

  public static Problem gone() {
    return Problem.of(410, "link-used-or-expired", "This link was used before or has expired.");
  }

  private void end(Connection transaction, Purpose purpose, Owner owner) throws SQLException {
    try (PreparedStatement update =
        transaction.prepareStatement(
            "update link_tokens set used_at = ? where purpose = ? and used_at is null"
                + " and registration_id is not distinct from ?"
                + " and account_id is not distinct from ?")) {
      update.setTimestamp(1, Timestamp.from(clock.instant()));
      update.setString(2, purpose.name());
      update.setObject(3, orNull(owner.registrationId()));
      update.setObject(4, orNull(owner.accountId()));
      update.executeUpdate();
    }
  }

  private byte[] hash(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(token.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable UUID orNull(Optional<UUID> id) {
    return id.orElse(null);
  }
}
