package pl.dziennik.linking.consent;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import pl.dziennik.events.Topics;
import pl.dziennik.support.inbox.FactConsumer;
import pl.dziennik.support.outbox.KafkaSender;

/** Reads the answers of notification-service to ended links. */
@Singleton
class ErasureIntakeJob extends FactConsumer {
  private static final String GROUP = "linking-sync-service.erasures";

  ErasureIntakeJob(AgroalDataSource dataSource, KafkaSender sender) {
    super(GROUP, Topics.NOTIFICATION_FACTS, dataSource, sender, ErasureFacts.handler());
  }
}
