package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;

/** Two transactions at once on real PostgreSQL: who waits for whom. */
abstract class TwoSessions extends SyncTest {
  private static final int MOMENT_MS = 300;
  static final int PATIENCE_S = 60;

  private final List<Connection> open = new java.util.ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (Connection connection : open) {
      connection.close();
    }
  }

  Connection copy() throws Exception {
    Connection connection = world.copySource.getConnection();
    connection.setAutoCommit(false);
    open.add(connection);
    return connection;
  }

  Connection writer() throws Exception {
    Connection connection = school.open();
    open.add(connection);
    return connection;
  }

  static void assertWaiting(CompletableFuture<?> work) {
    assertThatThrownBy(() -> work.get(MOMENT_MS, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }
}
