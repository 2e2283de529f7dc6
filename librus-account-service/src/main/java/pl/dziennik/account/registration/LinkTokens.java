package pl.dziennik.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.secret.OneTimeTokens;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Tokens in the links of mails: 256 random bits, of which only a keyed hash is kept; each serves
 * once.
 */
@ApplicationScoped
public class LinkTokens {
  private static final String INSERT =
      """
      insert into link_tokens
        (hash, purpose, registration_id, account_id, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select registration_id, account_id from link_tokens
      where hash = ? and purpose = ? and used_at is null and expires_at > ?
      """;
  private static final String END =
      """
      update link_tokens set used_at = ?
      where purpose = ? and used_at is null
        and registration_id is not distinct from ? and account_id is not distinct from ?
      """;

  private final OneTimeTokens tokens;
  private final Clock clock;

  LinkTokens(@ConfigProperty(name = "dziennik.account.token-hash-key") String key, Clock clock) {
    this.tokens = new OneTimeTokens(key);
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
    String token = tokens.make();
    if (mailing.write(token)) {
      end(transaction, purpose, owner);
      insert(transaction, token, purpose, owner, life);
    }
  }

  private void insert(
      Connection transaction, String token, Purpose purpose, Owner owner, Duration life)
      throws SQLException {
    Instant now = clock.instant();
    Statements.update(
        transaction,
        INSERT,
        tokens.hash(token),
        purpose,
        owner.registrationId().orElse(null),
        owner.accountId().orElse(null),
        now,
        now.plus(life));
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
    return Statements.list(
            transaction,
            FIND + lock,
            (Row r) -> new Owner(r.optionalId(1), r.optionalId(2)),
            tokens.hash(token),
            purpose,
            clock.instant())
        .stream()
        .findFirst()
        .orElseThrow(LinkTokens::gone);
  }

  /** A token serves once. */
  public void use(Connection tx, String token) throws SQLException {
    Statements.update(
        tx,
        "update link_tokens set used_at = ? where hash = ?",
        clock.instant(),
        tokens.hash(token));
  }

  public static Problem gone() {
    return Problem.of(410, "link-used-or-expired", "This link was used before or has expired.");
  }

  private void end(Connection tx, Purpose purpose, Owner owner) throws SQLException {
    Statements.update(
        tx,
        END,
        clock.instant(),
        purpose,
        owner.registrationId().orElse(null),
        owner.accountId().orElse(null));
  }
}
