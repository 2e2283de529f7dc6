package pl.dziennik.notification.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.Mailer;
import io.quarkus.qute.Engine;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.mail.MailDelivery;
import pl.dziennik.support.mail.MailOutbox;

/** The mails of this service, and the job that sends them. */
@Singleton
class Mails {
  /** News are merged; more than this in an hour is not news to anybody. */
  private static final int MOST_AN_HOUR = 30;

  private final MailDelivery delivery;

  Mails(
      AgroalDataSource dataSource,
      Mailer mailer,
      Engine engine,
      @ConfigProperty(name = "dziennik.notification.support-address") String supportAddress,
      Clock clock) {
    this.delivery =
        new MailDelivery(dataSource, mailer, engine, Map.of("support", supportAddress), clock);
  }

  @Produces
  @Singleton
  static MailOutbox outbox(Ids ids, Clock clock) {
    return new MailOutbox(ids, clock, MOST_AN_HOUR);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void send() throws SQLException {
    delivery.run();
  }
}
