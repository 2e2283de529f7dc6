package pl.dziennik.linking.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** The consumer accounts that we have been told of. */
public final class ConsumerAccounts {
  private static final String APPLY =
      """
      insert into accounts (id, version, deleted, email, language, age_bracket, guardian_email,
        credentials_changed_at, address_verified_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update
      set version = excluded.version, deleted = excluded.deleted, email = excluded.email,
          language = excluded.language, age_bracket = excluded.age_bracket,
          guardian_email = excluded.guardian_email,
          credentials_changed_at = excluded.credentials_changed_at,
          address_verified_at = excluded.address_verified_at
      where accounts.version < excluded.version and not accounts.deleted
      """;

  private static final String SELECT =
      "select id, email, language, age_bracket, guardian_email from accounts";

  private ConsumerAccounts() {}

  /** An account that is in use. */
  public record Account(
      UUID id,
      String email,
      String language,
      AgeBracket ageBracket,
      Optional<String> guardianEmail) {

    /** Below the age of consent for information society services in Poland (GDPR art. 8). */
    public boolean needsGuardian() {
      return ageBracket != AgeBracket.SIXTEEN_OR_OVER;
    }
  }

  /**
   * Keeps a state that is newer than ours; DELETED is final.
   *
   * @return false when it is old
   */
  static boolean apply(Connection tx, AccountState state) throws SQLException {
    boolean isDeleted = state.status() == AccountState.Status.DELETED;
    return Statements.update(
            tx,
            APPLY,
            state.accountId(),
            state.version(),
            isDeleted,
            isDeleted ? "" : state.email(),
            state.language(),
            state.ageBracket(),
            isDeleted ? "" : state.guardianEmail(),
            state.credentialsChangedAt(),
            state.addressVerifiedAt())
        == 1;
  }

  /** The account as it is; empty when it is not known, or deleted. */
  public static Optional<Account> find(Connection tx, UUID id) throws SQLException {
    return Statements.list(
            tx, SELECT + " where id = ? and not deleted", ConsumerAccounts::account, id)
        .stream()
        .findFirst();
  }

  /** True for one that is known to be deleted; its tokens may live on for a few minutes. */
  public static boolean isDeleted(Connection tx, UUID id) throws SQLException {
    return !Statements.list(
            tx, "select 1 from accounts where id = ? and deleted", (Row r) -> true, id)
        .isEmpty();
  }

  /** True where a parent's word is all that is known: no mailbox of the address has answered. */
  static boolean isVouchedFor(Connection tx, UUID id) throws SQLException {
    return !Statements.list(
            tx,
            "select 1 from accounts where id = ? and address_verified_at = 'epoch' for update",
            (Row r) -> true,
            id)
        .isEmpty();
  }

  /** The account, locked: what one account does at the same time takes turns. */
  public static Optional<Account> lock(Connection tx, UUID id) throws SQLException {
    return Statements.list(
            tx, SELECT + " where id = ? and not deleted for update", ConsumerAccounts::account, id)
        .stream()
        .findFirst();
  }

  private static Account account(Row r) throws SQLException {
    return new Account(
        r.id(1),
        r.text(2),
        r.text(3),
        AgeBracket.valueOf(r.text(4)),
        Optional.of(r.text(5)).filter(g -> !g.isEmpty()));
  }
}
