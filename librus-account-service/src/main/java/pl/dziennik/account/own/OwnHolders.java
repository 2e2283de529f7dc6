package pl.dziennik.account.own;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import pl.dziennik.support.token.AccountTable;
import pl.dziennik.support.token.Holders;

/** The holders of the accounts that are here. */
@Singleton
class OwnHolders {
  @Produces
  @Singleton
  static Holders holders(AgroalDataSource dataSource) {
    return new AccountTable(dataSource);
  }
}
