package pl.dziennik.synctests;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;
import pl.dziennik.linking.sync.SchoolRegisters;
import pl.dziennik.synergia.sync.Epochs;
import pl.dziennik.synergia.sync.GrantRegister;
import pl.dziennik.synergia.sync.Reconciliation;
import pl.dziennik.synergia.sync.ScopeRegister;

/** The calls of linking-sync as plain calls; Synergia can be down. */
final class DirectRegisters implements SchoolRegisters {
  private final SchoolSide school;
  private final GrantRegister grants;
  boolean down;

  /** Happens once, after our side was read and before the list of grants is. */
  Runnable beforeGrants = () -> {};

  /** Happens once, between the list of grants and what is decided by it. */
  Runnable afterGrants = () -> {};

  /** How often LIVE was called. */
  int lives;

  DirectRegisters(SchoolSide school) {
    this.school = school;
    this.grants = new GrantRegister(school.tickets);
  }

  void begin() {
    down = false;
    beforeGrants = () -> {};
    afterGrants = () -> {};
    lives = 0;
  }

  private void mustBeUp() throws IOException {
    if (down) {
      throw new IOException("Synergia is down");
    }
  }

  private void mustAnswer(UUID schoolId) throws IOException {
    mustBeUp();
    if (!schoolId.equals(SchoolSide.SCHOOL)) {
      throw new IOException("this cell is down");
    }
  }

  @Override
  public Answer live(UUID schoolId, UUID link, long epoch, String ticket) throws IOException {
    mustAnswer(schoolId);
    lives++;
    return switch (school.tx(c -> grants.live(c, schoolId, link, epoch, ticket))) {
      case GrantRegister.Answer.Taken(long e) -> new Answer.Taken();
      case GrantRegister.Answer.EpochDiffers(long now) -> new Answer.EpochDiffers(now);
      case GrantRegister.Answer.Ended() -> new Answer.Ended();
      case GrantRegister.Answer.BadTicket() -> new Answer.TicketRefused();
      case GrantRegister.Answer.NoSuchSchool() -> throw new IOException("no such school");
    };
  }

  @Override
  public void ended(UUID schoolId, UUID link, String ticket) throws IOException {
    mustAnswer(schoolId);
    school.tx(c -> grants.ended(c, schoolId, link, ticket));
  }

  @Override
  public void need(Scope scope, Generation generation, List<String> held) throws IOException {
    mustBeUp();
    school.tx(c -> ScopeRegister.need(c, scope, generation, held));
  }

  @Override
  public GrantList grants(UUID schoolId) throws IOException {
    Runnable before = beforeGrants;
    beforeGrants = () -> {};
    before.run();
    GrantList list = grantsNow(schoolId);
    Runnable after = afterGrants;
    afterGrants = () -> {};
    after.run();
    return list;
  }

  private GrantList grantsNow(UUID schoolId) throws IOException {
    mustBeUp();
    try (Connection relay = school.database.database().asRelay()) {
      Reconciliation.GrantList list = Reconciliation.grants(relay, schoolId).orElseThrow();
      return new GrantList(
          list.epoch(),
          list.grants().stream()
              .map(
                  g ->
                      new Grant(
                          g.linkId(),
                          g.state().equals("LIVE"),
                          g.confirmedEpoch(),
                          g.accountId(),
                          g.consumerAccountId(),
                          java.util.Optional.ofNullable(g.issuedAt())))
              .toList());
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public List<ScopeState> scopes(UUID schoolId) throws IOException {
    mustBeUp();
    try (Connection relay = school.database.database().asRelay()) {
      return Reconciliation.scopes(relay, schoolId).stream()
          .map(
              s ->
                  new ScopeState(
                      new Scope(schoolId, s.audience(), s.category()), s.generation(), s.live()))
          .toList();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public List<DocumentState> documents(UUID schoolId) throws IOException {
    mustBeUp();
    try (Connection relay = school.database.database().asRelay()) {
      return Reconciliation.documents(relay, schoolId, school.renderers).stream()
          .map(d -> new DocumentState(d.key(), d.version(), d.hash(), d.onTheWay()))
          .toList();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public List<UUID> schoolsWithGrants() throws IOException {
    mustBeUp();
    try (Connection relay = school.database.database().asRelay()) {
      return Reconciliation.schoolsWithGrants(relay);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public long restored(UUID schoolId, long known, long above) throws IOException {
    mustBeUp();
    return school.tx(
        c -> Epochs.raiseFrom(c, schoolId, known, above, Clock.systemUTC()).orElseThrow());
  }
}
