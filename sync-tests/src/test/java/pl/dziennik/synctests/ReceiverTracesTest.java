package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.linking.sync.StoreOutcome;
import pl.dziennik.synergia.sync.RenderedDocument;

/** The traces about what the receiver stores of all that comes; each names the rule it needs. */
class ReceiverTracesTest extends SyncTest {
  /** Rule 14, {@code needed}. */
  @Test
  void aDocumentRenderedBeforeTheWithdrawalIsRefusedAfterIt() {
    UUID link = world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    List<RenderedDocument> late = world.relay();
    world.bus.clear();
    world.withdraw(link);

    assertThat(late).hasSize(1);
    assertThat(world.deliver(late.getFirst())).isEqualTo(StoreOutcome.NOT_NEEDED);
    assertThat(world.copy.count("documents")).isZero();
    assertThat(world.copy.count("timeline")).isZero();
    assertThat(world.copy.count("scopes")).isZero();
  }

  /** Rule 14, {@code gen}: P5, a first download is never older than the consent. */
  @Test
  void documentsOfAnEarlierLinkAreTooOldForTheNextOne() {
    UUID first = world.synced(MOTHER);
    school.enable(MOTHER, false);
    school.enable(MOTHER, true);
    List<RenderedDocument> late = world.relay();
    world.bus.clear();
    world.withdraw(first);
    world.consent(MOTHER);

    assertThat(late).hasSize(1);
    assertThat(world.deliver(late.getFirst())).isEqualTo(StoreOutcome.OLD_GENERATION);
  }

  /** Rule 14, {@code guard}. */
  @Test
  void anOlderVersionThatComesLaterIsRefused() {
    world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    List<RenderedDocument> older = school.render();
    school.grade(ZOSIA, "4");
    List<RenderedDocument> newer = school.render();

    assertThat(world.deliver(newer.getFirst())).isEqualTo(StoreOutcome.STORED);
    assertThat(world.deliver(older.getFirst())).isEqualTo(StoreOutcome.NOT_NEWER);
    assertThat(world.deliver(newer.getFirst())).isEqualTo(StoreOutcome.NOT_NEWER);
    assertThat(world.differences()).isEmpty();
  }

  /** Section 7.4: link, withdraw, link again while the consumer is paused. */
  @Test
  void aRelinkWithAPausedConsumerShowsNothingOldAndAnnouncesNothing() {
    school.grade(ZOSIA, "3");
    UUID first = world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    school.enable(MOTHER, false);
    school.enable(MOTHER, true);
    world.relay();
    world.withdraw(first);
    world.consent(MOTHER);
    world.sendRegisters();
    world.deliverAll();
    assertThat(world.copy.count("documents")).as("all of it is of the first link").isZero();
    assertThat(world.copy.count("timeline")).isZero();
    world.settle();

    assertThat(world.copy.count("timeline")).isEqualTo(2);
    assertThat(world.announced()).isEmpty();
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }
}
