package pl.dziennik.synergia.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import pl.dziennik.synergia.sync.Publications;
import pl.dziennik.synergia.sync.RenderedDocument;
import pl.dziennik.synergia.sync.Rendering;

/**
 * Renders, sends, and after the acknowledgement advances. Holds no row lock while it sends; several
 * relays at once only repeat. A batch is sent once: what failed is selected and rendered anew.
 */
final class DocumentRelay {
  private static final Logger LOG = Logger.getLogger(DocumentRelay.class);
  private static final int BATCH = 100;

  /** A document larger than this is a defect of its category's period. */
  private static final int LARGEST_BYTES = 256 * 1024;

  private final DataSource overSchools;
  private final Rendering rendering;
  private final Producer<String, byte[]> producer;

  /**
   * @param overSchools connections of the relay's role
   */
  DocumentRelay(DataSource overSchools, Rendering rendering, Producer<String, byte[]> producer) {
    this.overSchools = overSchools;
    this.rendering = rendering;
    this.producer = producer;
  }

  /**
   * Publishes what is dirty now.
   *
   * @return how many documents the broker has acknowledged
   */
  int run() throws SQLException, InterruptedException {
    int all = 0;
    try (Connection connection = overSchools.getConnection()) {
      List<RenderedDocument> batch = rendering.batch(connection, BATCH);
      while (!batch.isEmpty()) {
        List<RenderedDocument> acknowledged = send(batch);
        advance(connection, acknowledged);
        all += acknowledged.size();
        if (acknowledged.size() < batch.size()) {
          return all;
        }
        batch = rendering.batch(connection, BATCH);
      }
    }
    return all;
  }

  private List<RenderedDocument> send(List<RenderedDocument> batch) throws InterruptedException {
    List<Future<RecordMetadata>> sends = new ArrayList<>();
    for (RenderedDocument document : batch) {
      if (document.content().length > LARGEST_BYTES) {
        LOG.errorf("defect=large-document bytes=%d", document.content().length);
      }
      sends.add(producer.send(DocumentMessages.record(document)));
    }
    producer.flush();
    List<RenderedDocument> acknowledged = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      if (isAcknowledged(sends.get(i))) {
        acknowledged.add(batch.get(i));
      }
    }
    return acknowledged;
  }

  private static boolean isAcknowledged(Future<RecordMetadata> send) throws InterruptedException {
    try {
      send.get();
      return true;
    } catch (ExecutionException e) {
      LOG.warnf("document send failed, will be rendered again: %s", e.getCause());
      return false;
    }
  }

  private static void advance(Connection connection, List<RenderedDocument> acknowledged)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      Publications.advance(connection, acknowledged);
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
