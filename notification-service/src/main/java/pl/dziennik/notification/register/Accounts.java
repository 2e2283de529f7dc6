package pl.dziennik.notification.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.AccountState;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.token.HolderFilter;

/**
 * The register of accounts: the highest version wins, DELETED is final.
 *
 * <pre>
 * (met) -> ENABLED -> DELETED
 * </pre>
 */
public final class Accounts {
  private static final String MEET =
      """
      insert into accounts (id, version, status, email, language) values (?, 0, 'ENABLED', '', 'pl')
      on conflict do nothing
      """;
  private static final String ENABLE =
      """
      update accounts set version = ?, email = ?, language = ?, credentials_changed_at = ?,
        address_verified_at = ?
      where id = ? and status = 'ENABLED' and version < ?
      """;

  private Accounts() {}

  /**
   * Takes an account's row for a change of what hangs on it; nobody deletes the account meanwhile.
   *
   * @return false when the account is deleted: nothing may be stored about it any more
   */
  public static boolean enter(Connection tx, UUID account) throws SQLException {
    Statements.update(tx, MEET, account);
    return Statements.list(
            tx,
            "select status from accounts where id = ? for update",
            (Row r) -> r.text(1),
            account)
        .contains("ENABLED");
  }

  /**
   * The same for a caller.
   *
   * @throws Problem 403 {@code no-account} when the account is deleted
   */
  public static void require(Connection tx, UUID account) throws SQLException {
    if (!enter(tx, account)) {
      throw Problem.forbidden("no-account", "There is no account behind this sign-in.");
    }
  }

  /**
   * The same for what is to outlive the token.
   *
   * @param tokenIssuedAt of the caller's token
   * @throws Problem 401 when the credentials have changed since
   */
  public static void require(Connection tx, UUID account, Instant tokenIssuedAt)
      throws SQLException {
    require(tx, account);
    if (tokenIssuedAt.isBefore(credentialsChangedAt(tx, account))) {
      throw HolderFilter.tooOld();
    }
  }

  /** Takes an ENABLED state. */
  public static void apply(Connection tx, AccountState state) throws SQLException {
    enter(tx, state.accountId());
    Optional<String> before = email(tx, state.accountId());
    int changed =
        Statements.update(
            tx,
            ENABLE,
            state.version(),
            state.email(),
            state.language(),
            state.credentialsChangedAt(),
            state.addressVerifiedAt(),
            state.accountId(),
            state.version());
    if (changed == 1 && before.isPresent()) {
      // What waits goes to the new address, and the deletion finds what was sent to the old one.
      Statements.update(
          tx, "update mails set recipient = ? where recipient = ?", state.email(), before.get());
    }
  }

  /** When the password was last set anew, through the mailbox; the epoch when that never was. */
  private static Instant credentialsChangedAt(Connection tx, UUID account) throws SQLException {
    return Statements.list(
            tx,
            "select credentials_changed_at from accounts where id = ?",
            (Row r) -> r.instant(1),
            account)
        .stream()
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  /** The address, if it is known. */
  static Optional<String> email(Connection tx, UUID account) throws SQLException {
    return Statements.list(
            tx,
            "select email from accounts where id = ? and email <> ''",
            (Row r) -> r.text(1),
            account)
        .stream()
        .findFirst();
  }
}
