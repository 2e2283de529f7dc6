package pl.dziennik.account.fact;

import java.sql.Connection;
import java.sql.SQLException;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.Topics;
import pl.dziennik.support.outbox.Outbox;
import pl.dziennik.support.outbox.OutboxMessage;

/** Appends states to the outbox, in the transaction that made them. */
public final class AccountFacts {
  private AccountFacts() {}

  public static void append(Connection tx, AccountState state) throws SQLException {
    append(tx, state, state.accountId() + "." + state.version());
  }

  /** The two states count separately: their ids must not meet, or a reader drops one of them. */
  public static void append(Connection tx, EntitlementState state) throws SQLException {
    append(tx, state, state.accountId() + ".entitlements." + state.version());
  }

  private static void append(Connection tx, Fact fact, String id) throws SQLException {
    Outbox.append(
        tx,
        new OutboxMessage(
            Topics.ACCOUNT_FACTS,
            fact.accountId().toString(),
            FactJson.typeOf(fact),
            id,
            FactJson.write(fact)));
  }
}
