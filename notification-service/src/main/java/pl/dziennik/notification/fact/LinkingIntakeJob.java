package pl.dziennik.notification.fact;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import pl.dziennik.events.Topics;
import pl.dziennik.support.inbox.FactConsumer;
import pl.dziennik.support.outbox.KafkaSender;

/** Reads the facts of links. */
@Singleton
class LinkingIntakeJob extends FactConsumer {
  private static final String GROUP = "notification-service.linking";

  LinkingIntakeJob(AgroalDataSource dataSource, KafkaSender sender, Facts facts) {
    super(GROUP, Topics.LINKING_FACTS, dataSource, sender, facts.handler());
  }
}
