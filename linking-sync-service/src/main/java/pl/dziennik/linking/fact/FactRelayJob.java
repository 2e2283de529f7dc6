package pl.dziennik.linking.fact;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import pl.dziennik.support.outbox.FactRelay;
import pl.dziennik.support.outbox.KafkaSender;

/** Sends link states and news once their transaction has committed. */
@Singleton
class FactRelayJob extends FactRelay {

  FactRelayJob(AgroalDataSource dataSource, KafkaSender sender) {
    super(dataSource, sender, "/linking-sync-service");
  }
}
