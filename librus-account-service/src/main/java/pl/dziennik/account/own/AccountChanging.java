package pl.dziennik.account.own;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import pl.dziennik.support.sql.Transactions;

/** Changes one's own account; what changes nothing makes no new version. */
@ApplicationScoped
class AccountChanging {
  private final AgroalDataSource dataSource;

  AccountChanging(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  Account change(UUID id, String ifMatch, AccountPatch patch) throws SQLException {
    return Transactions.in(
        dataSource,
        tx -> {
          Account account = Accounts.lock(tx, id);
          IfMatch.check(ifMatch, account.version());
          Account changed = patch.applyTo(account);
          return changed.equals(account) ? account : Accounts.change(tx, changed);
        });
  }
}
