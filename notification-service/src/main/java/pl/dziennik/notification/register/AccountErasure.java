package pl.dziennik.notification.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.AccountState;
import pl.dziennik.support.sql.Statements;

/** An account is deleted: what is left of it is its id, marked so that nothing comes back. */
public final class AccountErasure {
  private static final List<String> ERASE =
      List.of(
          """
          delete from link_pupils lp using links l where l.id = lp.link_id and l.account_id = ?
          """,
          "delete from devices where account_id = ?",
          "delete from preferences where account_id = ?",
          "delete from entitlement_lists where account_id = ?");
  private static final String MARK =
      """
      update accounts set version = ?, status = 'DELETED', email = '', language = 'pl'
      where id = ?
      """;

  private AccountErasure() {}

  /** Deletes an account, known or not; a repeat has no effect. */
  public static void delete(Connection tx, AccountState deleted) throws SQLException {
    UUID account = deleted.accountId();
    if (!Accounts.enter(tx, account)) {
      return;
    }
    Optional<String> email = Accounts.email(tx, account);
    Statements.update(tx, MARK, deleted.version(), account);
    for (String statement : ERASE) {
      Statements.update(tx, statement, account);
    }
    Statements.update(tx, "delete from idempotency_keys where subject = ?", account.toString());
    Statements.update(tx, "delete from parked_messages where message_key = ?", account.toString());
    if (email.isPresent()) {
      Statements.update(tx, "delete from mails where recipient = ?", email.get());
    }
  }
}
