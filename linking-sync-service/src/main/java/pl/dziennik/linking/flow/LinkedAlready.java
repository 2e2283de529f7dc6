package pl.dziennik.linking.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.linking.account.ConsumerAccounts;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** One account links one school account once at a time. */
@ApplicationScoped
class LinkedAlready {

  /** The link that stands; the account is locked, so that two logins at once take turns. */
  Optional<UUID> find(Connection tx, UUID account, UUID school, UUID schoolAccount)
      throws SQLException {
    ConsumerAccounts.lock(tx, account);
    return Statements.list(
            tx,
            "select id from links where account_id = ? and school_id = ? and synergia_account_id = ?"
                + " and status in ('AWAITING_GUARDIAN', 'ACTIVE', 'SUSPENDED')",
            (Row r) -> r.id(1),
            account,
            school,
            schoolAccount)
        .stream()
        .findFirst();
  }
}
