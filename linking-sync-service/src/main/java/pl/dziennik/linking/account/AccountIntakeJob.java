package pl.dziennik.linking.account;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import pl.dziennik.events.Topics;
import pl.dziennik.support.inbox.FactConsumer;
import pl.dziennik.support.outbox.KafkaSender;

/** Reads account states. */
@Singleton
class AccountIntakeJob extends FactConsumer {
  private static final String GROUP = "linking-sync-service.accounts";

  AccountIntakeJob(AgroalDataSource dataSource, KafkaSender sender) {
    super(GROUP, Topics.ACCOUNT_FACTS, dataSource, sender, AccountFacts.handler());
  }
}
