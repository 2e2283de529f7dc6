package pl.dziennik.notification.fact;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import pl.dziennik.support.outbox.FactRelay;
import pl.dziennik.support.outbox.KafkaSender;

/** Sends {@code CopyErased} once the erasure has committed. */
@Singleton
class FactRelayJob extends FactRelay {

  FactRelayJob(AgroalDataSource dataSource, KafkaSender sender) {
    super(dataSource, sender, "/notification-service");
  }
}
