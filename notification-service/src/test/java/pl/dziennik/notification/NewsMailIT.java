package pl.dziennik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.notification.World.await;

import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.PupilHasNews;
import pl.dziennik.events.document.Category;
import pl.dziennik.notification.delivery.OtherReplica;
import pl.dziennik.notification.delivery.OtherReplica.Holding;

/** Mails of news when there are two replicas, and when there was none for long. */
@NotificationTest
class NewsMailIT {
  private static final String MAIL = "EMAIL";

  @Inject World world;
  @Inject MockMailbox mailbox;
  @Inject OtherReplica other;

  @AfterEach
  void theRealTime() {
    MovableClock.now();
  }

  @Test
  void whatAnotherReplicaIsAtIsPassedOverAndNotLost() throws SQLException {
    Family anna = world.known(Family.of("Zosia"));
    try (Holding _ = other.holds(anna.link, anna.pupil, Category.GRADES)) {
      world.told(anna.news(Category.GRADES), anna.news(Category.GRADES));
      fence();
      assertThat(world.deliveries(anna, MAIL, "PENDING")).isEqualTo(2);
      assertThat(written(anna)).isZero();
    }

    await(() -> world.deliveries(anna, MAIL, "SENT") == 2);
    assertThat(written(anna)).isEqualTo(1);
  }

  @Test
  void replicasThatRunAtOnceWriteEachMailOnceAndDoNotWaitForEachOther() throws Exception {
    Family anna = world.known(Family.of("Zosia"));
    List<Category> categories =
        List.of(Category.GRADES, Category.ATTENDANCE, Category.NOTES, Category.HOMEWORK);
    List<Holding> held = new ArrayList<>();
    for (Category category : categories) {
      held.add(other.holds(anna.link, anna.pupil, category));
    }
    world.told(
        IntStream.range(0, 24)
            .mapToObj(i -> anna.news(categories.get(i % categories.size())))
            .toArray(PupilHasNews[]::new));
    MovableClock.ahead(Duration.ofMinutes(1));
    for (Holding one : held) {
      one.close();
    }
    runAtOnce(8);

    await(() -> world.deliveries(anna, MAIL, "SENT") == 24);
    assertThat(written(anna)).isEqualTo(categories.size());
  }

  @Test
  void whatWaitedForADayIsNotWrittenAnyMore() throws SQLException {
    Family anna = world.known(Family.of("Zosia"));
    try (Holding _ = other.holds(anna.link, anna.pupil, Category.GRADES)) {
      world.told(anna.news(Category.GRADES), anna.news(Category.GRADES));
      MovableClock.ahead(Duration.ofDays(2));
    }
    await(() -> world.deliveries(anna, MAIL, "FAILED") == 2);
    assertThat(written(anna)).isZero();

    world.told(anna.news(Category.GRADES));
    MovableClock.ahead(Duration.ofDays(2).plusMinutes(1));
    await(() -> world.deliveries(anna, MAIL, "SENT") == 1);
    assertThat(written(anna)).isEqualTo(1);
  }

  private void runAtOnce(int runs) throws InterruptedException, ExecutionException {
    try (ExecutorService replicas = Executors.newFixedThreadPool(runs)) {
      List<Future<Boolean>> ended = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        ended.add(
            replicas.submit(
                () -> {
                  other.run();
                  return true;
                }));
      }
      for (Future<Boolean> one : ended) {
        assertThat(one.get()).isTrue();
      }
    }
  }

  /** The service has had its chance: it has written what came after. */
  private void fence() {
    Family next = world.known(Family.of("Ola"));
    world.told(next.news(Category.NOTES));
    await(() -> !mailbox.getMailsSentTo(next.email).isEmpty());
  }

  private long written(Family family) {
    return world.count("mails where recipient = ?", family.email);
  }
}
