package pl.dziennik.synctests;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import pl.dziennik.events.document.Category;
import pl.dziennik.linking.sync.DocumentStore;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.Generations;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.linking.sync.ReceivedDocument;
import pl.dziennik.linking.sync.Reconciler;
import pl.dziennik.linking.sync.RegisterSender;
import pl.dziennik.linking.sync.SchoolEpochs;
import pl.dziennik.linking.sync.StoreOutcome;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.synergia.sync.RenderedDocument;

/** Both halves and the bus between them. Nothing moves unless a test moves it. */
final class World {
  static final Duration LAG = Duration.ofSeconds(5);

  final SchoolSide school = new SchoolSide();
  final DirectRegisters registers = new DirectRegisters(school);
  final SyncDatabase copy =
      new SyncDatabase("linking_sync", "sync_tests_copy", "linking-sync-service");
  final DataSource copySource = copy.source();

  /** Sent and not yet delivered. */
  final List<RenderedDocument> bus = new ArrayList<>();

  private final CopyChecks checks = new CopyChecks(copy, registers);
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-24T10:00:00Z"));
  private Reconciler reconciler = newReconciler();

  void begin() {
    school.begin();
    copy.empty();
    copy.asSuperuser("insert into copy_epoch (epoch) values (100)");
    copy.asSuperuser("alter sequence generation_numbers restart");
    registers.begin();
    bus.clear();
    reconciler = newReconciler();
  }

  /** A consent of the account's holder; linking-sync has committed it, nobody else knows. */
  UUID consent(UUID account) {
    return consent(account, UUID.randomUUID());
  }

  UUID consent(UUID account, UUID consumer) {
    UUID link = awaitingConsent(account, consumer);
    in(c -> LinkLife.activate(c, link));
    return link;
  }

  /** A link whose consent page is shown. */
  UUID awaitingConsent(UUID account, UUID consumer) {
    UUID link = UUID.randomUUID();
    String ticket = school.tickets.sign(school.ticket(link, consumer, account));
    long epoch = Long.parseLong(school.database.strings("select epoch from schools").getFirst());
    copy.asSuperuser(
        "insert into links (id, account_id, status, school_id, synergia_account_id, ticket,"
            + " ticket_issued_at, created_at) values ('%s', '%s', 'AWAITING_CONSENT', '%s', '%s',"
                .formatted(link, consumer, SchoolSide.SCHOOL, account)
            + " '%s', clock_timestamp(), now())".formatted(ticket));
    copy.asSuperuser(
        "insert into link_pupils values ('%s', '%s', 'Zosia')".formatted(link, SchoolSide.ZOSIA));
    in(c -> SchoolEpochs.notice(c, SchoolSide.SCHOOL, epoch));
    return link;
  }

  boolean withdraw(UUID link) {
    return in(c -> LinkLife.end(c, link, EndReason.CONSENT_WITHDRAWN));
  }

  int sendRegisters() {
    try {
      return new RegisterSender(copySource, registers).run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Renders, sends to the bus, advances. */
  List<RenderedDocument> relay() {
    List<RenderedDocument> rendered = school.render();
    bus.addAll(rendered);
    school.advance(rendered);
    return rendered;
  }

  StoreOutcome deliver(RenderedDocument d) {
    return in(c -> store(c, d));
  }

  static StoreOutcome store(Connection c, RenderedDocument d) throws SQLException {
    return DocumentStore.store(
        c, new ReceivedDocument(d.key(), d.epoch(), d.version(), d.generation(), d.content()));
  }

  /** Everything but access documents: their partition is paused. */
  List<RenderedDocument> deliverAllButAccess() {
    List<RenderedDocument> access =
        bus.stream().filter(d -> d.key().category() == Category.ACCESS).toList();
    bus.removeAll(access);
    deliverAll();
    return access;
  }

  void deliverAll() {
    while (!bus.isEmpty()) {
      deliver(bus.removeFirst());
    }
  }

  /** Lets everything run without faults until nothing moves; fails when it does not settle. */
  void settle() {
    for (int i = 0; i < 64; i++) {
      int moved = sendRegisters() + relay().size() + bus.size();
      deliverAll();
      if (moved == 0 && copy.count("register_outbox") == 0) {
        return;
      }
    }
    throw new AssertionError("does not settle");
  }

  /** Everybody linked and downloaded. */
  UUID synced(UUID account) {
    UUID link = consent(account);
    settle();
    return link;
  }

  Reconciler.Repairs reconcile() {
    try {
      return reconciler.run(SchoolSide.SCHOOL);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Two looks further apart than the lag, with everything settled after each. */
  int repairAll() {
    int repairs = 0;
    for (int i = 0; i < 3; i++) {
      repairs += reconcile().total();
      afterTheLag();
      settle();
    }
    return repairs;
  }

  void afterTheLag() {
    clock.step(LAG.plusSeconds(1));
  }

  void raiseCopyEpoch() {
    in(c -> Generations.raiseEpoch(c, Clock.systemUTC()));
    reconciler = newReconciler();
  }

  <T> T in(Transactions.Work<T> work) {
    try {
      return Transactions.in(copySource, work);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Announcements so far: link and category, oldest first. */
  List<String> announced() {
    return copy.strings(
        "select (convert_from(payload, 'UTF8')::json->>'linkId') || ' '"
            + " || (convert_from(payload, 'UTF8')::json->>'category')"
            + " from outbox where type = 'pl.dziennik.pupil-has-news.v1' order by id");
  }

  List<String> factIds() {
    return copy.strings(
        "select message_id from outbox where type = 'pl.dziennik.pupil-has-news.v1' order by id");
  }

  /** The copy equals what the school would render now, for every scope that is needed. */
  List<String> differences() {
    return checks.differences();
  }

  /** P2: every document has a scope that an active link needs. */
  List<String> unneeded() {
    return checks.unneeded();
  }

  private Reconciler newReconciler() {
    return new Reconciler(copySource, registers, clock, LAG);
  }
}
