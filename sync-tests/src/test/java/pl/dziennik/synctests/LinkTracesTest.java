package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.CLASS_A;
import static pl.dziennik.synctests.SchoolSide.CLASS_B;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.SCHOOL;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Category;
import pl.dziennik.linking.sync.SchoolRegisters;
import pl.dziennik.linking.sync.StoreOutcome;
import pl.dziennik.synergia.sync.RenderedDocument;

/** The traces about links, grants, scopes and the receiver; each names the rule it needs. */
class LinkTracesTest extends SyncTest {

  /** Everything together: P1 and no repair. */
  @Test
  void aFirstDownloadBringsAllThatTheAccessDocumentGrants() {
    school.grade(ZOSIA, "4");
    world.synced(MOTHER);

    assertThat(world.copy.strings("select category from documents order by 1"))
        .containsExactly("ACCESS", "GRADES", "PROFILE");
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

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

  /** Rule 6, {@code grant_final}. */
  @Test
  void aLateLiveDoesNotOpenAnEndedGrant() throws Exception {
    UUID link = world.synced(MOTHER);
    String ticket = world.copy.strings("select ticket from links").getFirst();
    world.withdraw(link);
    world.settle();

    assertThat(world.registers.live(SCHOOL, link, 1000, ticket))
        .isInstanceOf(SchoolRegisters.Answer.Ended.class);
    school.grade(ZOSIA, "4");
    assertThat(school.render()).isEmpty();
  }

  /** Rule 6, {@code ticket}. */
  @Test
  void aLinkThatNobodySignedInForOpensNothing() throws Exception {
    UUID link = world.synced(MOTHER);
    String ticket = world.copy.strings("select ticket from links").getFirst();
    world.withdraw(link);
    world.settle();

    for (String forged : List.of("", "a.b.c", ticket)) {
      assertThat(world.registers.live(SCHOOL, UUID.randomUUID(), 1000, forged))
          .isInstanceOf(SchoolRegisters.Answer.TicketRefused.class);
    }
    school.grade(ZOSIA, "4");
    assertThat(school.render()).isEmpty();
  }

  /** Rule 9, {@code live_in_render}, and P3. */
  @Test
  void nothingIsRenderedAfterSynergiaHasHeardTheEnd() {
    UUID link = world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    world.withdraw(link);
    assertThat(school.render()).as("Synergia has not heard yet").hasSize(1);
    world.sendRegisters();

    assertThat(school.render()).isEmpty();
  }

  /** Rule 8, {@code access_always}. */
  @Test
  void theNewsThatAnAccountIsDisabledArrivesAndErasesItsScopes() {
    school.grade(ZOSIA, "4");
    world.synced(MOTHER);
    school.enable(MOTHER, false);
    world.settle();

    assertThat(world.copy.strings("select category from documents")).containsExactly("ACCESS");
    assertThat(world.copy.count("timeline")).isZero();
    school.enable(MOTHER, true);
    world.settle();
    assertThat(world.copy.strings("select category from documents")).contains("GRADES");
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 2, {@code writer_blind}, and rule 13 with {@code pull}: no document overtakes. */
  @Test
  void afterAClassChangeTheNewClassIsAskedForAndTheOldOneErased() {
    world.synced(MOTHER);
    school.move(ZOSIA, CLASS_B);
    List<RenderedDocument> access = world.relay();
    world.bus.clear();
    school.grade(ZOSIA, "4");
    world.relay();
    world.deliverAll();
    access.forEach(world::deliver);
    world.settle();

    assertThat(world.copy.strings("select audience from scopes where category = 'TIMETABLE'"))
        .containsExactly("CLASS:" + CLASS_B);
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
    school.move(ZOSIA, CLASS_A);
    world.settle();
    assertThat(world.differences()).isEmpty();
  }

  /** Rule 13: blocking erases the copy, unblocking downloads anew. */
  @Test
  void aBlockedCategoryLeavesTheCopyAndComesBack() {
    school.grade(ZOSIA, "4");
    world.synced(MOTHER);
    school.block(Category.GRADES, true);
    world.settle();
    assertThat(world.copy.strings("select category from documents")).doesNotContain("GRADES");
    school.grade(ZOSIA, "5");
    school.block(Category.GRADES, false);
    world.settle();

    assertThat(world.copy.strings("select category from documents")).contains("GRADES");
    assertThat(world.announced()).as("became visible while blocked").isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 13, {@code erase_last}. */
  @Test
  void theCopyStaysAsLongAsAnotherLinkNeedsIt() {
    school.grade(ZOSIA, "4");
    UUID mothers = world.synced(MOTHER);
    UUID fathers = world.synced(FATHER);
    world.withdraw(mothers);
    assertThat(world.copy.strings("select category from documents")).contains("GRADES");
    world.settle();
    assertThat(world.differences()).isEmpty();
    world.withdraw(fathers);

    assertThat(world.copy.count("documents")).isZero();
    assertThat(world.copy.count("timeline")).isZero();
    assertThat(world.copy.count("link_scopes")).isZero();
  }

  /** Rules 12, 18 and 19, {@code link_first}: Synergia down at consent and at withdrawal. */
  @Test
  void consentAndWithdrawalNeedNeitherSynergiaNorKafka() {
    world.registers.down = true;
    UUID link = world.consent(MOTHER);
    world.sendRegisters();
    assertThat(world.copy.count("register_outbox")).isEqualTo(2);
    assertThat(world.withdraw(link)).isTrue();
    assertThat(world.withdraw(link)).as("a second time").isFalse();
    world.sendRegisters();
    world.registers.down = false;
    world.settle();

    assertThat(school.database.strings("select state from grants")).containsExactly("ENDED");
    assertThat(world.copy.count("register_outbox")).isZero();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 7: a NEED that comes before its LIVE is kept; an older one changes nothing. */
  @Test
  void registersDoNotDependOnEachOthersOrder() throws Exception {
    UUID link = world.consent(MOTHER);
    String ticket = world.copy.strings("select ticket from links").getFirst();
    world.copy.asSuperuser("delete from register_outbox where kind = 'LIVE'");
    world.sendRegisters();
    assertThat(school.render()).isEmpty();
    world.registers.live(SCHOOL, link, 1000, ticket);

    assertThat(school.render()).hasSize(1);
  }

  /** A link covers the pupils of its ticket: the sibling of the same account does not come. */
  @Test
  void aSiblingWhoIsNotNamedInTheTicketIsNeitherAskedForNorStored() {
    school.grade(SchoolSide.JAN, "6");
    world.synced(MOTHER);

    assertThat(world.copy.strings("select audience from scopes"))
        .doesNotContain("PUPIL:" + SchoolSide.JAN, "CLASS:" + CLASS_B);
    assertThat(school.database.strings("select audience from scopes"))
        .doesNotContain("PUPIL:" + SchoolSide.JAN);
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

  /** Section 7.5, {@code pull}: the partition of ACCESS is paused during a class change. */
  @Test
  void theNewClassArrivesThoughItsAccessDocumentWasPaused() {
    school.timetable(CLASS_B);
    world.synced(MOTHER);
    school.move(ZOSIA, CLASS_B);
    world.relay();
    List<RenderedDocument> paused = world.deliverAllButAccess();
    school.timetable(CLASS_B);
    world.sendRegisters();
    world.relay();
    world.deliverAllButAccess();
    paused.forEach(world::deliver);
    world.settle();

    assertThat(world.copy.strings("select audience from documents where category = 'TIMETABLE'"))
        .containsExactly("CLASS:" + CLASS_B);
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Section 7.5, {@code pull}: fresh grades overtake the news of the unblocking. */
  @Test
  void gradesArriveThoughTheNewsOfTheUnblockingWasPaused() {
    school.grade(ZOSIA, "3");
    world.synced(MOTHER);
    school.block(Category.GRADES, true);
    world.settle();
    school.block(Category.GRADES, false);
    world.relay();
    List<RenderedDocument> paused = world.deliverAllButAccess();
    school.grade(ZOSIA, "4");
    world.relay();
    world.deliverAllButAccess();
    assertThat(paused).isNotEmpty();
    paused.forEach(world::deliver);
    world.settle();

    assertThat(world.copy.count("timeline")).isEqualTo(2);
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }
}
