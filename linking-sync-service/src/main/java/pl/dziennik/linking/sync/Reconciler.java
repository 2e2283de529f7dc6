package pl.dziennik.linking.sync;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * SYNC rules 20 and 21: compares a school with its copy and repairs. Synergia's lists are read
 * first, then each case is decided in a transaction here, under the lock of what it is about. What
 * began after the look is left alone. One instance remembers its looks; it is not for two threads.
 */
public final class Reconciler {
  private final DataSource dataSource;
  private final SchoolRegisters synergia;
  private final Clock clock;
  private final Duration lag;
  private final Map<DocumentKey, Instant> seenDiffering = new HashMap<>();

  /**
   * @param lag how long a document may be on its way: a difference must last longer
   */
  public Reconciler(DataSource dataSource, SchoolRegisters synergia, Clock clock, Duration lag) {
    this.dataSource = dataSource;
    this.synergia = synergia;
    this.clock = clock;
    this.lag = lag;
  }

  /** How much was repaired; all zero where nothing was lost. */
  public record Repairs(int epochs, int grants, int scopes, int documents) {
    public int total() {
      return epochs + grants + scopes + documents;
    }
  }

  /** The moment before Synergia was asked. */
  private record Look(Instant at, Generation mark) {}

  public Repairs run(UUID school) throws SQLException, IOException {
    Look look =
        Transactions.in(
            dataSource,
            c ->
                new Look(
                    Statements.list(c, "select clock_timestamp()", (Row r) -> r.instant(1))
                        .getFirst(),
                    Generations.next(c)));
    SchoolRegisters.GrantList theirs = synergia.grants(school);
    List<SchoolRegisters.ScopeState> scopes = synergia.scopes(school);
    List<SchoolRegisters.DocumentState> documents = synergia.documents(school);
    boolean isRestored = Transactions.in(dataSource, c -> isQuarantined(c, school));
    int grants = grants(school, theirs, look, isRestored);
    boolean epoch =
        Transactions.in(dataSource, c -> SchoolEpochs.notice(c, school, theirs.epoch()));
    if (isRestored) {
      Transactions.in(dataSource, c -> release(c, school));
    }
    if (epoch || isRestored) {
      // All is asked for anew: comparing generations and documents now would only count it twice.
      return new Repairs(epoch ? 1 : 0, grants, 0, 0);
    }
    return new Repairs(0, grants, scopes(school, scopes, look), documents(school, documents));
  }

  private int grants(UUID school, SchoolRegisters.GrantList theirs, Look look, boolean isRestored)
      throws SQLException {
    int repairs = 0;
    for (SchoolRegisters.Grant grant : theirs.grants()) {
      repairs +=
          Transactions.in(dataSource, c -> GrantComparison.unknownHere(c, school, grant)) ? 1 : 0;
    }
    Map<UUID, SchoolRegisters.Grant> byLink =
        theirs.grants().stream()
            .collect(Collectors.toMap(SchoolRegisters.Grant::linkId, Function.identity()));
    for (Links.Link link : Transactions.in(dataSource, c -> Links.ofSchool(c, school))) {
      GrantComparison comparison =
          new GrantComparison(theirs, byLink.get(link.id()), look.at, isRestored);
      repairs += Transactions.in(dataSource, c -> comparison.decide(c, link.id())) ? 1 : 0;
    }
    return repairs;
  }

  private int scopes(UUID school, List<SchoolRegisters.ScopeState> theirs, Look look)
      throws SQLException {
    Map<Scope, Generation> there =
        theirs.stream()
            .collect(
                Collectors.toMap(
                    SchoolRegisters.ScopeState::scope, SchoolRegisters.ScopeState::generation));
    int repairs = 0;
    for (Scope scope : Transactions.in(dataSource, c -> CopyLists.scopes(c, school))) {
      Generation known = there.getOrDefault(scope, new Generation(0, 0));
      repairs +=
          Transactions.in(dataSource, c -> CopyLists.askAgain(c, scope, known, look.mark)) ? 1 : 0;
    }
    return repairs;
  }

  private int documents(UUID school, List<SchoolRegisters.DocumentState> theirs)
      throws SQLException {
    Map<DocumentKey, CopyLists.Held> held =
        Transactions.in(dataSource, c -> CopyLists.documents(c, school));
    Instant now = clock.instant();
    Map<DocumentKey, Instant> differing = new HashMap<>();
    for (DocumentKey key : CopyLists.differing(held, theirs)) {
      differing.put(key, seenDiffering.getOrDefault(key, now));
    }
    seenDiffering.keySet().removeIf(k -> k.schoolId().equals(school));
    int repairs = 0;
    for (Map.Entry<DocumentKey, Instant> difference : differing.entrySet()) {
      if (Duration.between(difference.getValue(), now).compareTo(lag) > 0) {
        Scope scope = difference.getKey().scope();
        repairs += Transactions.in(dataSource, c -> CopyLists.renew(c, scope)) ? 1 : 0;
      } else {
        seenDiffering.put(difference.getKey(), difference.getValue());
      }
    }
    return repairs;
  }

  private static boolean isQuarantined(Connection tx, UUID school) throws SQLException {
    return !Statements.list(
            tx,
            "select 1 from school_epochs where school_id = ? and quarantined",
            (Row r) -> true,
            school)
        .isEmpty();
  }

  private static boolean release(Connection tx, UUID school) throws SQLException {
    SchoolEpochs.renewAll(tx, school);
    return Statements.update(
            tx, "update school_epochs set quarantined = false where school_id = ?", school)
        == 1;
  }
}
