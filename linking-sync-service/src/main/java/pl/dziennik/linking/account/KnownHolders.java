package pl.dziennik.linking.account;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import pl.dziennik.support.token.AccountTable;
import pl.dziennik.support.token.Holders;

/** The holders of the accounts that we have been told of. */
@Singleton
class KnownHolders {
  @Produces
  @Singleton
  static Holders holders(AgroalDataSource dataSource) {
    return new AccountTable(dataSource);
  }
}
