package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.FATHER;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.linking.sync.ParkedDocuments;
import pl.dziennik.linking.sync.StoreOutcome;
import pl.dziennik.synergia.sync.RenderedDocument;

/** Two sessions of the receiver: documents, consents and withdrawals at once. */
class TwoSessionsTest extends TwoSessions {
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
}
