package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.SCHOOL;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.linking.sync.DocumentStore;
import pl.dziennik.linking.sync.ReceivedDocument;
import pl.dziennik.synergia.sync.RenderedDocument;

/** The traces about timeline and announcements (sync rules 5 and 15, P4). */
class TimelineTracesTest extends SyncTest {

  /** {@code since}. */
  @Test
  void aFirstDownloadFillsTheTimelineAndAnnouncesNothing() {
    school.grade(ZOSIA, "4");
    school.absence(ZOSIA, "2026-11-20");
    world.synced(MOTHER);

    assertThat(world.copy.count("timeline")).isEqualTo(2);
    assertThat(world.announced()).isEmpty();
  }

  @Test
  void whatBecomesVisibleBetweenConsentAndFirstDownloadIsAnnounced() {
    UUID link = world.consent(MOTHER);
    world.settle();
    UUID father = world.consent(FATHER);
    school.grade(ZOSIA, "4");
    world.settle();

    assertThat(world.announced()).containsExactlyInAnyOrder(link + " GRADES", father + " GRADES");
  }

  /** {@code base_scope}. */
  @Test
  void theFirstAbsenceOfANewMonthIsAnnouncedExactlyOnce() {
    school.absence(ZOSIA, "2026-10-20");
    UUID link = world.synced(MOTHER);
    school.absence(ZOSIA, "2026-11-20");
    world.settle();

    assertThat(world.announced()).containsExactly(link + " ATTENDANCE");
  }

  /** {@code base_keep}. */
  @Test
  void aWriteThatKafkaLostIsAnnouncedWhenItIsRepaired() {
    UUID link = world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    world.relay();
    world.bus.clear();
    assertThat(world.announced()).isEmpty();

    assertThat(world.repairAll()).isPositive();
    assertThat(world.differences()).isEmpty();
    assertThat(world.announced()).containsExactly(link + " GRADES");
  }

  /** {@code uniq}. */
  @Test
  void aNewVersionDoesNotAnnounceItsOlderItemsAgain() {
    UUID link = world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    world.settle();
    school.grade(ZOSIA, "5");
    world.settle();

    assertThat(world.announced()).containsExactly(link + " GRADES", link + " GRADES");
    assertThat(new HashSet<>(world.factIds())).hasSize(2);
  }

  @Test
  void aCorrectionIsAnnouncedAndTheOldRevisionIsNoLongerShown() {
    UUID link = world.synced(MOTHER);
    UUID grade = school.grade(ZOSIA, "3");
    world.settle();
    school.correct(grade, "4");
    world.settle();

    assertThat(world.announced()).containsExactly(link + " GRADES", link + " GRADES");
    assertThat(world.copy.strings("select revision from timeline where shown"))
        .containsExactly("2");
  }

  /** {@code fact_id}. */
  @Test
  void aRedeliveryAfterLostRowsRepeatsTheSameFact() {
    world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    List<RenderedDocument> sent = world.relay();
    world.deliverAll();
    world.copy.asSuperuser("delete from documents where category = 'GRADES'");
    world.copy.asSuperuser("delete from timeline");
    sent.forEach(world::deliver);

    assertThat(world.factIds()).hasSize(2);
    assertThat(new HashSet<>(world.factIds())).hasSize(1);
  }

  /** {@code key_since}: other bytes, the same items. */
  @Test
  void aNewFormatAnnouncesNothing() {
    world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    List<RenderedDocument> sent = world.relay();
    world.deliverAll();
    int before = world.announced().size();
    RenderedDocument d = sent.getFirst();
    byte[] other =
        new String(d.content(), java.nio.charset.StandardCharsets.UTF_8)
            .replace("\"weight\":5", "\"weight\":5,\"newField\":\"x\"")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(other).isNotEqualTo(d.content());
    world.in(
        c ->
            DocumentStore.store(
                c,
                new ReceivedDocument(d.key(), d.epoch(), d.version() + 1, d.generation(), other)));

    assertThat(world.announced()).hasSize(before);
    assertThat(world.copy.count("timeline")).isEqualTo(1);
  }

  /** {@code key_scope}. */
  @Test
  void anItemCarriedIntoTheNextPeriodIsNotAnnouncedAgain() {
    world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    List<RenderedDocument> sent = world.relay();
    world.deliverAll();
    int before = world.announced().size();
    RenderedDocument d = sent.getFirst();
    DocumentKey next = new DocumentKey(SCHOOL, d.key().audience(), d.key().category(), "2026/27-2");
    world.in(
        c ->
            DocumentStore.store(
                c, new ReceivedDocument(next, d.epoch(), 1, d.generation(), d.content())));

    assertThat(world.announced()).hasSize(before);
    assertThat(world.copy.strings("select period from timeline")).containsExactly("2026/27-2");
  }

  /** {@code link_base}. */
  @Test
  void aSecondParentIsNotToldOfWhatWasThereAtTheConsent() {
    UUID mothers = world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    List<RenderedDocument> inFlight = world.relay();
    world.bus.clear();
    world.consent(FATHER);
    world.settle();
    inFlight.forEach(world::deliver);
    world.settle();

    assertThat(world.announced()).containsExactly(mothers + " GRADES");
  }

  /** P4, "not announced": what became visible while the account was blocked. */
  @Test
  void aSuspendedSchoolAccountIsToldNothingOfTheTimeBetween() {
    world.synced(MOTHER);
    school.enable(MOTHER, false);
    world.settle();
    school.grade(ZOSIA, "4");
    school.enable(MOTHER, true);
    world.settle();

    assertThat(world.copy.strings("select category from documents")).contains("GRADES");
    assertThat(world.announced()).isEmpty();
  }

  /** A link that waits for a renewed consent keeps its copy in step and is told nothing. */
  @Test
  void aSuspendedLinkIsToldNothing() {
    UUID mothers = world.synced(MOTHER);
    UUID fathers = world.synced(FATHER);
    world.copy.asSuperuser(
        "update links set status = 'SUSPENDED' where id = '%s'".formatted(mothers));
    school.grade(ZOSIA, "4");
    world.settle();

    assertThat(world.announced()).containsExactly(fathers + " GRADES");
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }
}
