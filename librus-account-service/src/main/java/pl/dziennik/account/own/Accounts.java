package pl.dziennik.account.own;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.account.fact.AccountFacts;
import pl.dziennik.account.language.Language;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.token.HolderFilter;

/**
 * Accounts that work. Every change tells the other services the new state, in the same transaction.
 */
public final class Accounts {
  private static final String SELECT =
      """
      select id, email, language, age_bracket, coalesce(guardian_email, ''), terms_version,
        terms_language, version, address_verified_at, credentials_changed_at
      from accounts where id = ? and state = 'ENABLED'
      """;
  private static final String INSERT =
      """
      insert into accounts
        (id, email, language, age_bracket, guardian_email, terms_version, terms_language, version,
         address_verified_at, credentials_changed_at, activated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      """
      update accounts set language = ?, guardian_email = ?, version = ?,
        address_verified_at = ?, credentials_changed_at = ?
      where id = ?
      """;

  private Accounts() {}

  public static void open(Connection tx, Account account, Instant at) throws SQLException {
    Statements.update(
        tx,
        INSERT,
        account.id(),
        account.email(),
        account.language(),
        account.ageBracket(),
        account.guardianEmail().orElse(null),
        account.termsVersion(),
        account.termsLanguage().code(),
        account.version(),
        account.addressVerifiedAt(),
        account.credentialsChangedAt(),
        at);
    AccountFacts.append(tx, account.state());
  }

  public static Optional<Account> find(Connection connection, UUID id) throws SQLException {
    return Statements.list(connection, SELECT, Accounts::account, id).stream().findFirst();
  }

  /** True when an account has that address, whoever it is. */
  public static boolean has(Connection connection, String email) throws SQLException {
    return !Statements.list(
            connection, "select id from accounts where email = ?", (Row r) -> r.id(1), email)
        .isEmpty();
  }

  /** True when there is or was an account of that subject, also one that is being deleted. */
  public static boolean isOf(Connection connection, UUID id) throws SQLException {
    return !Statements.list(
            connection, "select id from accounts where id = ?", (Row r) -> r.id(1), id)
        .isEmpty();
  }

  /**
   * @throws Problem 403 {@code no-account} when there is none (any more) behind a good token
   */
  public static Account required(Connection connection, UUID id) throws SQLException {
    return find(connection, id).orElseThrow(Accounts::none);
  }

  /** As {@link #required}, locked until the transaction ends: changes take turns. */
  public static Account lock(Connection tx, UUID id) throws SQLException {
    return Statements.list(tx, SELECT + " for update", Accounts::account, id).stream()
        .findFirst()
        .orElseThrow(Accounts::none);
  }

  /**
   * As {@link #lock}, for a caller.
   *
   * @param tokenIssuedAt of the caller's token
   * @throws Problem 401 when the credentials have changed since: it may be somebody else's token
   */
  public static Account lock(Connection tx, UUID id, Instant tokenIssuedAt) throws SQLException {
    Account account = lock(tx, id);
    if (tokenIssuedAt.isBefore(account.credentialsChangedAt())) {
      throw HolderFilter.tooOld();
    }
    return account;
  }

  /** Writes the next version and tells it. */
  public static Account change(Connection tx, Account changed) throws SQLException {
    Account next = changed.next();
    Statements.update(
        tx,
        UPDATE,
        next.language(),
        next.guardianEmail().orElse(null),
        next.version(),
        next.addressVerifiedAt(),
        next.credentialsChangedAt(),
        next.id());
    AccountFacts.append(tx, next.state());
    return next;
  }

  private static Problem none() {
    return Problem.forbidden("no-account", "There is no account behind this sign-in.");
  }

  private static Account account(Row r) throws SQLException {
    return new Account(
        r.id(1),
        r.text(2),
        r.text(3),
        AgeBracket.valueOf(r.text(4)),
        Optional.of(r.text(5)).filter(address -> !address.isEmpty()),
        r.text(6),
        Language.asked(r.text(7)),
        r.big(8),
        r.instant(9),
        r.instant(10));
  }
}
