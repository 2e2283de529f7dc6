package pl.dziennik.account.closing;

import java.sql.Connection;
import java.sql.SQLException;
import pl.dziennik.account.addon.Entitlements;
import pl.dziennik.account.fact.AccountFacts;
import pl.dziennik.account.own.Account;
import pl.dziennik.support.inbox.ParkedKeys;
import pl.dziennik.support.sql.Statements;

/** Takes everything of a person out of the tables and tells the other services. */
final class AccountErasure {
  private static final String[] OF_THE_ADDRESS = {
    "delete from mails where recipient = ?",
    "delete from mails where about in (select id from registrations where email = ?)",
    "delete from registrations where email = ?"
  };

  private AccountErasure() {}

  static void erase(Connection tx, Account account) throws SQLException {
    for (String delete : OF_THE_ADDRESS) {
      Statements.update(tx, delete, account.email());
    }
    Statements.update(tx, "delete from link_tokens where account_id = ?", account.id());
    Statements.update(
        tx, "delete from idempotency_keys where subject = ?", account.id().toString());
    // What waits here names pupils; links end by their own facts, which come after the deletion.
    ParkedKeys.forget(tx, account.id().toString());
    Entitlements.end(tx, account.id());
    Statements.update(
        tx,
        "update accounts set state = 'DELETING', email = null, guardian_email = null,"
            + " version = version + 1 where id = ?",
        account.id());
    AccountFacts.append(tx, account.deleted());
  }
}
