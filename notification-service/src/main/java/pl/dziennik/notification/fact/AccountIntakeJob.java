package pl.dziennik.notification.fact;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import pl.dziennik.events.Topics;
import pl.dziennik.support.inbox.FactConsumer;
import pl.dziennik.support.outbox.KafkaSender;

/** Reads the facts of accounts. */
@Singleton
class AccountIntakeJob extends FactConsumer {
  private static final String GROUP = "notification-service.accounts";

  AccountIntakeJob(AgroalDataSource dataSource, KafkaSender sender, Facts facts) {
    super(GROUP, Topics.ACCOUNT_FACTS, dataSource, sender, facts.handler());
  }
}
