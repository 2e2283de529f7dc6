package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.SCHOOL;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.linking.sync.ParkedDocuments;
import pl.dziennik.linking.sync.StoreOutcome;
import pl.dziennik.synergia.sync.RenderedDocument;

/** Two transactions at once on real PostgreSQL: who waits for whom. */
class TwoSessionsTest extends SyncTest {
  private static final int MOMENT_MS = 300;
  private static final int PATIENCE_S = 20;

  private final List<Connection> open = new java.util.ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (Connection connection : open) {
      connection.close();
    }
  }

  /** Rule 14, {@code store_lock}: the withdrawal waits for the store, then erases it. */
  @Test
  void aWithdrawalBesideAStoreLeavesNothing() throws Exception {
    UUID link = world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    RenderedDocument document = school.render().getFirst();
    Connection storing = copy();
    assertThat(World.store(storing, document)).isEqualTo(StoreOutcome.STORED);

    CompletableFuture<Boolean> withdrawal =
        CompletableFuture.supplyAsync(() -> world.withdraw(link));
    assertWaiting(withdrawal);
    storing.commit();

    assertThat(withdrawal.get(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    assertThat(world.copy.count("documents")).isZero();
    assertThat(world.copy.count("timeline")).isZero();
  }

  @Test
  void aStoreBesideAWithdrawalStoresNothing() throws Exception {
    UUID link = world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    RenderedDocument document = school.render().getFirst();
    Connection withdrawing = copy();
    LinkLife.end(withdrawing, link, EndReason.CONSENT_WITHDRAWN);

    CompletableFuture<StoreOutcome> store =
        CompletableFuture.supplyAsync(() -> world.deliver(document));
    assertWaiting(store);
    withdrawing.commit();

    assertThat(store.get(PATIENCE_S, TimeUnit.SECONDS)).isEqualTo(StoreOutcome.NOT_NEEDED);
    assertThat(world.copy.count("documents")).isZero();
  }

  /** Rule 13, {@code withdraw_lock}: two links of one pupil end at once, somebody erases. */
  @Test
  void twoWithdrawalsAtOnceErase() throws Exception {
    school.grade(ZOSIA, "4");
    UUID mothers = world.synced(MOTHER);
    UUID fathers = world.synced(FATHER);
    Connection first = copy();
    LinkLife.end(first, mothers, EndReason.CONSENT_WITHDRAWN);

    CompletableFuture<Boolean> second =
        CompletableFuture.supplyAsync(() -> world.withdraw(fathers));
    assertWaiting(second);
    first.commit();

    assertThat(second.get(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    assertThat(world.copy.count("documents")).isZero();
    assertThat(world.copy.count("scopes")).isZero();
  }

  /** An account with two links is deleted while the documents of the second one change. */
  @Test
  void endingSeveralLinksBesideAnAccessDocumentIsNoDeadlock() throws Exception {
    UUID mothers = world.synced(MOTHER);
    UUID fathers = world.synced(FATHER);
    school.move(ZOSIA, SchoolSide.CLASS_B);
    List<RenderedDocument> rendered = school.render();
    List<CompletableFuture<?>> both = new java.util.ArrayList<>();
    Connection storing = copy();
    World.store(storing, access(rendered));
    both.add(
        CompletableFuture.supplyAsync(
            () ->
                world.in(
                    c ->
                        LinkLife.endAll(c, List.of(mothers, fathers), EndReason.ACCOUNT_DELETED))));
    assertWaiting(both.getFirst());
    rendered.forEach(d -> both.add(CompletableFuture.runAsync(() -> world.deliver(d))));
    storing.commit();
    for (CompletableFuture<?> one : both) {
      one.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    assertThat(world.copy.count("scopes") + world.copy.count("documents")).isZero();
    assertThat(world.copy.strings("select distinct end_reason from links"))
        .containsExactly("ACCOUNT_DELETED");
  }

  /** A consent beside the last withdrawal: the scope goes on or begins anew, never neither. */
  @Test
  void aConsentBesideTheLastWithdrawalHasItsScopes() throws Exception {
    school.grade(ZOSIA, "4");
    UUID mothers = world.synced(MOTHER);
    UUID fathers = world.synced(FATHER);
    world.withdraw(fathers);
    world.settle();
    Connection withdrawing = copy();
    LinkLife.end(withdrawing, mothers, EndReason.CONSENT_WITHDRAWN);

    CompletableFuture<UUID> consent = CompletableFuture.supplyAsync(() -> world.consent(MOTHER));
    assertWaiting(consent);
    withdrawing.commit();
    consent.get(PATIENCE_S, TimeUnit.SECONDS);
    world.settle();

    assertThat(world.copy.strings("select category from documents")).contains("GRADES");
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 13: the second link of an account gets the needs of the document being stored. */
  @Test
  void aConsentBesideAnAccessDocumentHasTheNeedsOfThatDocument() throws Exception {
    world.synced(MOTHER);
    school.move(ZOSIA, SchoolSide.CLASS_B);
    RenderedDocument access = access(school.render());
    UUID second = world.awaitingConsent(MOTHER, UUID.randomUUID());
    Connection storing = copy();
    assertThat(World.store(storing, access)).isEqualTo(StoreOutcome.STORED);

    CompletableFuture<Boolean> consent =
        CompletableFuture.supplyAsync(() -> world.in(c -> LinkLife.activate(c, second)));
    assertWaiting(consent);
    storing.commit();
    consent.get(PATIENCE_S, TimeUnit.SECONDS);

    assertBothNeedClassB();
  }

  @Test
  void anAccessDocumentBesideAConsentReachesTheNewLink() throws Exception {
    world.synced(MOTHER);
    school.move(ZOSIA, SchoolSide.CLASS_B);
    RenderedDocument access = access(school.render());
    UUID second = world.awaitingConsent(MOTHER, UUID.randomUUID());
    Connection consenting = copy();
    LinkLife.activate(consenting, second);

    CompletableFuture<StoreOutcome> store =
        CompletableFuture.supplyAsync(() -> world.deliver(access));
    assertWaiting(store);
    consenting.commit();

    assertThat(store.get(PATIENCE_S, TimeUnit.SECONDS)).isEqualTo(StoreOutcome.STORED);
    assertBothNeedClassB();
  }

  private void assertBothNeedClassB() {
    assertThat(
            world.copy.strings(
                "select audience from link_scopes where category = 'TIMETABLE' order by 1"))
        .containsExactly("CLASS:" + SchoolSide.CLASS_B, "CLASS:" + SchoolSide.CLASS_B);
    assertThat(world.copy.strings("select audience from scopes where category = 'TIMETABLE'"))
        .containsExactly("CLASS:" + SchoolSide.CLASS_B);
  }

  private static RenderedDocument access(List<RenderedDocument> rendered) {
    return rendered.stream()
        .filter(d -> d.key().category() == pl.dziennik.events.document.Category.ACCESS)
        .findFirst()
        .orElseThrow();
  }

  /** Rules 15 and 16: baseline and generation are of the moment when the scope really begins. */
  @Test
  void aScopeThatWaitsForAnEndBeginsAfterIt() throws Exception {
    UUID first = world.synced(MOTHER);
    Connection withdrawing = copy();
    LinkLife.end(withdrawing, first, EndReason.CONSENT_WITHDRAWN);

    CompletableFuture<UUID> consent = CompletableFuture.supplyAsync(() -> world.consent(MOTHER));
    assertWaiting(consent);
    String drawn = world.copy.strings("select nextval('generation_numbers')").getFirst();
    String now = world.copy.strings("select clock_timestamp()").getFirst();
    withdrawing.commit();
    consent.get(PATIENCE_S, TimeUnit.SECONDS);

    assertThat(
            world.copy.strings(
                "select gen_number > %s and baseline_at > '%s' from scopes".formatted(drawn, now)))
        .containsExactly("t");
  }

  /** A document arrives while its parked key is asked for again: one waits, none is a victim. */
  @Test
  void askingAgainForAParkedKeyBesideItsArrivalIsNoDeadlock() throws Exception {
    world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    RenderedDocument document = school.render().getFirst();
    world.in(c -> ParkedDocuments.park(c, document.key(), "test"));
    Connection storing = copy();
    pl.dziennik.support.sql.Statements.list(
        storing, "select 1 from scopes where category = 'GRADES' for update", r -> true);

    CompletableFuture<Integer> asking =
        CompletableFuture.supplyAsync(
            () -> world.in(c -> ParkedDocuments.askAgain(c, Duration.ZERO)));
    assertWaiting(asking);
    assertThat(World.store(storing, document)).isEqualTo(StoreOutcome.STORED);
    storing.commit();

    assertThat(asking.get(PATIENCE_S, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(world.copy.count("parked_documents")).isZero();
  }

  /** Rule 1, {@code row_lock}: version order is commit order. */
  @Test
  void twoWritersOfOneDocumentTakeTurns() throws Exception {
    school.grade(ZOSIA, "2");
    world.synced(MOTHER);
    Connection first = writer();
    SchoolSide.grade(first, ZOSIA, "3");

    CompletableFuture<UUID> second = CompletableFuture.supplyAsync(() -> school.grade(ZOSIA, "4"));
    assertWaiting(second);
    first.commit();
    second.get(PATIENCE_S, TimeUnit.SECONDS);
    world.settle();

    assertThat(world.copy.count("timeline")).isEqualTo(3);
    assertThat(world.differences()).isEmpty();
  }

  /** Rule 5, {@code since_lock}: an asking waits for a writer that has stamped. */
  @Test
  void anAskingWaitsForAWriterThatHasStamped() throws Exception {
    UUID link = world.synced(MOTHER);
    school.grade(ZOSIA, "2");
    world.settle();
    int before = world.announced().size();
    Connection writing = writer();
    SchoolSide.grade(writing, ZOSIA, "3");
    world.withdraw(link);
    world.consent(MOTHER);

    CompletableFuture<Void> settling = CompletableFuture.runAsync(world::settle);
    assertWaiting(settling);
    writing.commit();
    settling.get(PATIENCE_S, TimeUnit.SECONDS);
    world.settle();

    assertThat(world.copy.count("timeline")).isEqualTo(2);
    assertThat(world.announced()).as("it was there at the consent").hasSize(before);
  }

  /** Rule 5, {@code since_lock}: who consented while the writer waited is told of the item. */
  @Test
  void aWriterThatHadToWaitStampsWhenItHasTheLock() throws Exception {
    school.grade(ZOSIA, "2");
    UUID mothers = world.synced(MOTHER);
    Connection first = writer();
    SchoolSide.grade(first, ZOSIA, "3");
    CompletableFuture<UUID> second = CompletableFuture.supplyAsync(() -> school.grade(ZOSIA, "4"));
    assertWaiting(second);
    UUID fathers = world.consent(FATHER);
    first.commit();
    UUID grade = second.get(PATIENCE_S, TimeUnit.SECONDS);
    world.settle();

    assertThat(
            world.copy.strings(
                "select since > (select activated_at from links where id = '%s')".formatted(fathers)
                    + " from timeline where item_id = '%s'".formatted(grade)))
        .containsExactly("t");
    assertThat(world.announced())
        .containsExactlyInAnyOrder(mothers + " GRADES", mothers + " GRADES", fathers + " GRADES");
  }

  /** Rule 9, {@code one_snapshot}: content and version are of one moment. */
  @Test
  void aRenderingBesideAWriterShowsAllOfItOrNothing() throws Exception {
    world.synced(MOTHER);
    school.grade(ZOSIA, "3");
    Connection writing = writer();
    SchoolSide.grade(writing, ZOSIA, "4");
    List<RenderedDocument> during = school.render();
    writing.commit();
    school.advance(during);
    List<RenderedDocument> after = school.render();

    assertThat(text(during.getFirst())).contains("\"value\":\"3\"").doesNotContain("\"4\"");
    assertThat(text(after.getFirst())).contains("\"value\":\"3\"", "\"value\":\"4\"");
    assertThat(after.getFirst().version()).isGreaterThan(during.getFirst().version());
  }

  /** Rule 2, {@code writer_blind}: a class change beside a consent reaches the copy. */
  @Test
  void aClassChangeBesideAConsentIsNotLost() throws Exception {
    Connection moving = writer();
    pl.dziennik.support.sql.Statements.update(
        moving,
        "update enrolments set class_id = ?, number = 99 where pupil_id = ?",
        SchoolSide.CLASS_B,
        ZOSIA);
    pl.dziennik.synergia.sync.AccessBumps.forPupils(moving, SCHOOL, List.of(ZOSIA));
    world.consent(MOTHER);
    CompletableFuture<Void> settling = CompletableFuture.runAsync(world::settle);
    assertWaiting(settling);
    moving.commit();
    settling.get(PATIENCE_S, TimeUnit.SECONDS);
    world.settle();

    assertThat(world.copy.strings("select audience from scopes where category = 'TIMETABLE'"))
        .containsExactly("CLASS:" + SchoolSide.CLASS_B);
    assertThat(world.repairAll()).isZero();
  }

  private static String text(RenderedDocument document) {
    return new String(document.content(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private Connection copy() throws Exception {
    Connection connection = world.copySource.getConnection();
    connection.setAutoCommit(false);
    open.add(connection);
    return connection;
  }

  private Connection writer() throws Exception {
    Connection connection = school.open();
    open.add(connection);
    return connection;
  }

  private static void assertWaiting(CompletableFuture<?> work) {
    assertThatThrownBy(() -> work.get(MOMENT_MS, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }
}
