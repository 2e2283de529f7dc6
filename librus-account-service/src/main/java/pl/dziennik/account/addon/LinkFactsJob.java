package pl.dziennik.account.addon;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import pl.dziennik.events.Topics;
import pl.dziennik.support.inbox.FactConsumer;
import pl.dziennik.support.outbox.KafkaSender;

/** Reads linking-sync's facts. */
@Singleton
class LinkFactsJob extends FactConsumer {
  private static final String GROUP = "librus-account-service.linking-facts";

  LinkFactsJob(AgroalDataSource dataSource, KafkaSender sender, PupilHash hash, Clock clock) {
    super(
        GROUP,
        Topics.LINKING_FACTS,
        dataSource,
        sender,
        new LinkFacts(new LinkedPupils(hash), clock).handler());
  }
}
