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
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;
import pl.dziennik.linking.sync.CopyLists.Difference;
import pl.dziennik.linking.sync.RestoreSigns.Look;
import pl.dziennik.linking.sync.SchoolRegisters.DocumentState;
import pl.dziennik.linking.sync.SchoolRegisters.Grant;
import pl.dziennik.linking.sync.SchoolRegisters.GrantList;
import pl.dziennik.linking.sync.SchoolRegisters.ScopeState;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * Sync rules 20 and 21: compares a school with its copy and repairs. Synergia's lists are read
 * first, then each case is decided in a transaction here, under the lock of what it is about. What
 * began after the look is left alone. One instance remembers its looks; it is not for two threads.
 */
public final class Reconciler {
  private static final Logger LOG = Logger.getLogger(Reconciler.class);

  private final DataSource dataSource;
  private final SchoolRegisters synergia;
  private final Clock clock;
  private final Duration lag;
  private final Map<DocumentKey, Since> differences = new HashMap<>();

  private record Since(Instant at, Difference difference) {}

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

    Repairs plus(Repairs more) {
      return new Repairs(
          epochs + more.epochs,
          grants + more.grants,
          scopes + more.scopes,
          documents + more.documents);
    }
  }

  public Repairs run(UUID school) throws SQLException, IOException {
    Look look = Transactions.in(dataSource, c -> Look.take(c, school));
    GrantList theirs = synergia.grants(school);
    List<ScopeState> scopes = synergia.scopes(school);
    List<DocumentState> documents = synergia.documents(school);
    boolean isRestored = isCopyRestored(school, scopes);
    if (!isRestored && RestoreSigns.ofSchool(look, theirs.epoch(), documents)) {
      theirs = raiseThere(school, look, theirs);
    }
    int grants = grants(school, theirs, look, isRestored);
    long now = theirs.epoch();
    boolean isEpochNew = Transactions.in(dataSource, c -> SchoolEpochs.notice(c, school, now));
    if (isRestored) {
      Transactions.in(dataSource, c -> release(c, school));
    }
    if (isEpochNew || isRestored) {
      // All is asked for anew: comparing generations and documents now would only count it twice.
      return new Repairs(isEpochNew ? 1 : 0, grants, 0, 0);
    }
    int askedAgain = scopes(school, scopes, look);
    return documents(new Seen(school, look, theirs, scopes), documents)
        .plus(new Repairs(0, grants, askedAgain, 0));
  }

  /** Synergia's side of one look. */
  private record Seen(UUID school, Look look, GrantList grants, List<ScopeState> scopes) {}

  private boolean isCopyRestored(UUID school, List<ScopeState> scopes) throws SQLException {
    return Transactions.in(
        dataSource,
        c -> {
          if (SchoolEpochs.isQuarantined(c, school)) {
            return true;
          }
          OptionalLong heard = RestoreSigns.ofCopy(c, school, scopes);
          if (heard.isPresent()) {
            LOG.errorf("alarm=copy-restored seen at school=%s: every school is compared", school);
            Generations.raiseEpoch(c, clock, heard.getAsLong());
          }
          return heard.isPresent();
        });
  }

  private GrantList raiseThere(UUID school, Look look, GrantList theirs) throws IOException {
    LOG.errorf("alarm=school-restored school=%s: it is confirmed and downloaded anew", school);
    synergia.restored(school, theirs.epoch(), look.knownEpoch());
    return synergia.grants(school);
  }

  private int grants(UUID school, GrantList theirs, Look look, boolean isRestored)
      throws SQLException {
    int repairs = 0;
    for (Grant grant : theirs.grants()) {
      repairs +=
          Transactions.in(dataSource, c -> GrantComparison.unknownHere(c, school, grant, look.at()))
              ? 1
              : 0;
    }
    Map<UUID, Grant> byLink =
        theirs.grants().stream().collect(Collectors.toMap(Grant::linkId, Function.identity()));
    for (Links.Link link : Transactions.in(dataSource, c -> Links.ofSchool(c, school))) {
      GrantComparison comparison =
          new GrantComparison(theirs, byLink.get(link.id()), look.at(), isRestored);
      repairs += Transactions.in(dataSource, c -> comparison.decide(c, link.id())) ? 1 : 0;
    }
    return repairs;
  }

  private int scopes(UUID school, List<ScopeState> theirs, Look look) throws SQLException {
    Map<Scope, Generation> there =
        theirs.stream().collect(Collectors.toMap(ScopeState::scope, ScopeState::generation));
    int repairs = 0;
    for (Scope scope : Transactions.in(dataSource, c -> CopyLists.scopes(c, school))) {
      Generation known = there.getOrDefault(scope, new Generation(0, 0));
      repairs +=
          Transactions.in(dataSource, c -> CopyLists.askAgain(c, scope, known, look.mark()))
              ? 1
              : 0;
    }
    return repairs;
  }

  private Repairs documents(Seen seen, List<DocumentState> theirs)
      throws SQLException, IOException {
    UUID school = seen.school;
    Instant now = clock.instant();
    Map<DocumentKey, Difference> differing =
        CopyLists.differing(
            Transactions.in(dataSource, c -> CopyLists.documents(c, school)), theirs);
    List<Map.Entry<DocumentKey, Difference>> lasting =
        differing.entrySet().stream().filter(d -> lasts(d.getKey(), d.getValue(), now)).toList();
    differences.keySet().removeIf(k -> k.schoolId().equals(school) && !differing.containsKey(k));
    for (Map.Entry<DocumentKey, Difference> d : lasting) {
      if (RestoreSigns.ofSchool(d.getKey(), d.getValue(), seen.grants.epoch(), seen.scopes)) {
        long epoch = raiseThere(school, seen.look, seen.grants).epoch();
        Transactions.in(dataSource, c -> SchoolEpochs.notice(c, school, epoch));
        return new Repairs(1, 0, 0, 0);
      }
    }
    int repairs = 0;
    for (Map.Entry<DocumentKey, Difference> d : lasting) {
      differences.remove(d.getKey());
      Scope scope = d.getKey().scope();
      repairs += Transactions.in(dataSource, c -> CopyScopes.renew(c, scope)) ? 1 : 0;
    }
    return new Repairs(0, 0, 0, repairs);
  }

  /** True when exactly this difference was there before the lag: nothing is on its way. */
  private boolean lasts(DocumentKey key, Difference difference, Instant now) {
    Since seen = differences.get(key);
    if (seen == null || !seen.difference.equals(difference)) {
      differences.put(key, new Since(now, difference));
      return false;
    }
    return Duration.between(seen.at, now).compareTo(lag) > 0;
  }

  private static boolean release(Connection tx, UUID school) throws SQLException {
    int rows =
        Statements.update(
            tx, "update school_epochs set quarantined = false where school_id = ?", school);
    SchoolEpochs.renewAll(tx, school);
    return rows == 1;
  }
}
