package pl.dziennik.linking.intake;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import pl.dziennik.linking.sync.DocumentStore;
import pl.dziennik.linking.sync.ParkedDocuments;
import pl.dziennik.linking.sync.ReceivedDocument;
import pl.dziennik.linking.sync.StoreOutcome;
import pl.dziennik.support.kafka.DeadLetters;
import pl.dziennik.support.sql.SqlStates;
import pl.dziennik.support.sql.Transactions;

/**
 * Stores one document message. Bytes that are no message go to the dead-letter topic; a document
 * whose content cannot be read parks its key, without the content, and is asked for again later;
 * what the database refuses for the moment is tried again.
 */
final class DocumentIntake {
  private static final Logger LOG = Logger.getLogger(DocumentIntake.class);

  private final DataSource dataSource;
  private final DeadLetters deadLetters;
  private final Map<StoreOutcome, LongAdder> counts = new ConcurrentHashMap<>();

  DocumentIntake(DataSource dataSource, DeadLetters deadLetters) {
    this.dataSource = dataSource;
    this.deadLetters = deadLetters;
  }

  void handle(ConsumerRecord<String, byte[]> record)
      throws SQLException, ExecutionException, InterruptedException {
    if (DocumentMessages.isOfALaterVersion(record)) {
      LOG.infof("document skipped offset=%d: not known here", record.offset());
      return;
    }
    ReceivedDocument document;
    try {
      document = DocumentMessages.read(record);
    } catch (IllegalArgumentException e) {
      deadLetters.bury(record, e.toString());
      return;
    }
    store(document);
  }

  /** How many documents ended so, since the start of this process. */
  long count(StoreOutcome outcome) {
    return counts.computeIfAbsent(outcome, o -> new LongAdder()).sum();
  }

  private void store(ReceivedDocument document) throws SQLException {
    try {
      StoreOutcome outcome = Transactions.in(dataSource, c -> DocumentStore.store(c, document));
      counts.computeIfAbsent(outcome, o -> new LongAdder()).increment();
    } catch (SQLException e) {
      if (!SqlStates.isOfTheData(e)) {
        throw e;
      }
      park(document, e);
    } catch (RuntimeException e) {
      park(document, e);
    }
  }

  private void park(ReceivedDocument document, Exception why) throws SQLException {
    LOG.errorf(
        "document parked school=%s category=%s: %s",
        document.key().schoolId(), document.key().category(), why.getClass().getName());
    Transactions.in(
        dataSource, c -> ParkedDocuments.park(c, document.key(), why.getClass().getSimpleName()));
  }
}
