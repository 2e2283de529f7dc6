package pl.dziennik.account.fact;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import pl.dziennik.support.outbox.FactRelay;
import pl.dziennik.support.outbox.KafkaSender;

/** Sends states of accounts and add-ons once their transaction has committed. */
@Singleton
class FactRelayJob extends FactRelay {

  FactRelayJob(AgroalDataSource dataSource, KafkaSender sender) {
    super(dataSource, sender, "/librus-account-service");
  }
}
