package pl.dziennik.support.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import pl.dziennik.support.kafka.ConsumerLoop;
import pl.dziennik.support.outbox.KafkaSender;

/**
 * Consumes a topic of facts as long as the service runs; a service's singleton extends it. What was
 * parked is tried again at the start, since a new version may be what it waited for.
 */
public abstract class FactConsumer {
  private static final Logger LOG = Logger.getLogger(FactConsumer.class);

  private final InboxConsumer inbox;
  private final ConsumerLoop loop;

  /**
   * @param group consumer group, and the reader's name in the tables; stable
   */
  protected FactConsumer(
      String group, String topic, DataSource dataSource, KafkaSender sender, MessageHandler facts) {
    this.inbox = new InboxConsumer(group, dataSource, sender::producer, facts);
    this.loop = new ConsumerLoop(sender.bootstrapServers(), group, List.of(topic), inbox);
  }

  protected void start(@Observes StartupEvent event) {
    try {
      inbox.replayAll();
    } catch (SQLException e) {
      LOG.warnf("what is parked waits for the next start: state=%s", e.getSQLState());
    }
    loop.start();
  }

  protected void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.close();
  }
}
