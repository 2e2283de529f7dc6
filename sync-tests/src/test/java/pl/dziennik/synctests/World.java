package pl.dziennik.synctests;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
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
  final DataSource copySource = source(copy);

  /** Sent and not yet delivered. */
  final List<RenderedDocument> bus = new ArrayList<>();

  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
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
    now = now.plus(LAG).plusSeconds(1);
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
    List<String> ours =
        copy.strings(
            "select audience || ' ' || category || ' ' || period || ' ' || version || ' ' || hash"
                + " from documents order by 1");
    List<String> theirs = new ArrayList<>();
    try {
      registers.documents(SchoolSide.SCHOOL).stream()
          .filter(
              d ->
                  !copy.strings(
                          "select 1 from scopes where audience = '%s' and category = '%s'"
                              .formatted(d.key().audience(), d.key().category()))
                      .isEmpty())
          .forEach(
              d ->
                  theirs.add(
                      String.join(
                          " ",
                          d.key().audience().toString(),
                          d.key().category().name(),
                          d.key().period(),
                          Long.toString(d.version()),
                          d.hash())));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    List<String> out = new ArrayList<>();
    ours.stream().filter(d -> !theirs.contains(d)).forEach(d -> out.add("only here: " + d));
    theirs.stream().filter(d -> !ours.contains(d)).forEach(d -> out.add("only there: " + d));
    return out;
  }

  /** P2: every document has a scope that an active link needs. */
  List<String> unneeded() {
    return copy.strings(
        """
        select d.audience || ' ' || d.category from documents d
        where not exists (select 1 from link_scopes s join links l on l.id = s.link_id
          where l.status in ('ACTIVE', 'SUSPENDED') and s.school_id = d.school_id
            and s.audience = d.audience and s.category = d.category)
        """);
  }

  private Reconciler newReconciler() {
    Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    return new Reconciler(copySource, registers, clock, LAG);
  }

  private static DataSource source(SyncDatabase database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.database().url());
    source.setUser(database.database().application());
    source.setPassword(database.database().application());
    return source;
  }
}
