package pl.dziennik.synctests;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.synergia.attendance.AttendanceDocument;
import pl.dziennik.synergia.grade.GradesDocument;
import pl.dziennik.synergia.sync.AccessBumps;
import pl.dziennik.synergia.sync.AccessDocument;
import pl.dziennik.synergia.sync.DocumentBumps;
import pl.dziennik.synergia.sync.DueBumps;
import pl.dziennik.synergia.sync.Epochs;
import pl.dziennik.synergia.sync.GrantTicket;
import pl.dziennik.synergia.sync.GrantTickets;
import pl.dziennik.synergia.sync.ProfileDocument;
import pl.dziennik.synergia.sync.Publications;
import pl.dziennik.synergia.sync.RenderedDocument;
import pl.dziennik.synergia.sync.Renderers;
import pl.dziennik.synergia.sync.Rendering;
import pl.dziennik.synergia.sync.SharingPolicy;
import pl.dziennik.synergia.sync.TicketKeys;
import pl.dziennik.synergia.timetable.TimetableDocument;

/** Synergia's half: one school, two classes, siblings Zosia (4a) and Jan (4b), two parents. */
final class SchoolSide {
  static final UUID SCHOOL = id(1);
  static final UUID CLASS_A = id(11);
  static final UUID CLASS_B = id(12);
  static final UUID ZOSIA = id(21);
  static final UUID JAN = id(22);
  static final UUID MOTHER = id(31);
  static final UUID FATHER = id(32);
  static final String TERM = "2026/27-1";

  static final UUID YEAR = id(10);
  static final UUID TEACHER = id(41);
  static final UUID SUBJECT = id(42);
  static final UUID GRADE_CATEGORY = id(43);

  final SyncDatabase database =
      new SyncDatabase("synergia", "sync_tests_school", "synergia-service");
  final GrantTickets tickets = new GrantTickets(keys());
  final Renderers renderers =
      new Renderers(
          List.of(
              new AccessDocument(),
              new ProfileDocument(),
              new GradesDocument(),
              new AttendanceDocument(),
              new TimetableDocument()));
  private int lessons;

  /** Work in a transaction of the application role. */
  interface Work<T> {
    T in(Connection tx) throws SQLException;
  }

  private static UUID id(int n) {
    return new UUID(0x1000, n);
  }

  void begin() {
    database.empty();
    new SchoolGround(database).lay();
  }

  /** A connection that has entered the school, outside autocommit. */
  Connection open() throws SQLException {
    Connection app = database.database().asApplication();
    Statements.list(app, "select set_config('app.school', ?, false)", r -> true, SCHOOL.toString());
    app.setAutoCommit(false);
    return app;
  }

  <T> T tx(Work<T> work) {
    try (Connection app = open()) {
      T result = work.in(app);
      app.commit();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  GrantTicket ticket(UUID link, UUID consumer, UUID account) {
    return new GrantTicket(
        SCHOOL, link, consumer, account, account.toString(), List.of(ZOSIA), Instant.now());
  }

  static DocumentKey grades(UUID pupil) {
    return new DocumentKey(SCHOOL, Audience.pupil(pupil), Category.GRADES, TERM);
  }

  static DocumentKey attendance(UUID pupil, String month) {
    return new DocumentKey(SCHOOL, Audience.pupil(pupil), Category.ATTENDANCE, month);
  }

  UUID grade(UUID pupil, String value) {
    return tx(c -> grade(c, pupil, value));
  }

  static UUID grade(Connection c, UUID pupil, String value) throws SQLException {
    Instant since = DocumentBumps.bump(c, List.of(grades(pupil)));
    return SchoolRows.insertGrade(c, pupil, value, since);
  }

  void correct(UUID grade, String value) {
    tx(
        c -> {
          Instant since = DocumentBumps.bump(c, List.of(grades(ZOSIA)));
          return SchoolRows.correctGrade(c, grade, value, since);
        });
  }

  void absence(UUID pupil, String day) {
    tx(
        c -> {
          Instant since = DocumentBumps.bump(c, List.of(attendance(pupil, day.substring(0, 7))));
          return SchoolRows.insertAbsence(c, pupil, day, lessons++ % 15, since);
        });
  }

  /** Something changes in a week of the class's timetable. */
  void timetable(UUID classId) {
    DocumentKey week =
        new DocumentKey(SCHOOL, Audience.schoolClass(classId), Category.TIMETABLE, "2026-W48");
    tx(c -> DocumentBumps.bump(c, List.of(week)));
  }

  void move(UUID pupil, UUID classId) {
    tx(
        c -> {
          Statements.update(
              c,
              "update enrolments set class_id = ?, number = number + 100 where pupil_id = ?",
              classId,
              pupil);
          return AccessBumps.forPupils(c, SCHOOL, List.of(pupil));
        });
  }

  void enable(UUID account, boolean enabled) {
    tx(
        c -> {
          Statements.update(
              c, "update school_accounts set enabled = ? where id = ?", enabled, account);
          return AccessBumps.forAccounts(c, SCHOOL, List.of(account));
        });
  }

  void block(Category category, boolean blocked) {
    tx(
        c -> {
          if (blocked) {
            SharingPolicy.block(c, SCHOOL, category);
          } else {
            SharingPolicy.unblock(c, SCHOOL, category);
          }
          return true;
        });
  }

  void dueBumps() {
    try (Connection relay = database.database().asRelay()) {
      relay.setAutoCommit(false);
      DueBumps.run(relay);
      relay.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long raiseEpoch() {
    return tx(c -> Epochs.raise(c, SCHOOL, Clock.systemUTC()).orElseThrow());
  }

  List<RenderedDocument> render() {
    List<String> failed = new ArrayList<>();
    Rendering rendering = new Rendering(renderers, k -> false, (k, e) -> failed.add(k + ": " + e));
    try (Connection relay = database.database().asRelay()) {
      List<RenderedDocument> out = rendering.batch(relay, 1000);
      if (!failed.isEmpty()) {
        throw new IllegalStateException(failed.toString());
      }
      return out;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void advance(List<RenderedDocument> acknowledged) {
    try (Connection relay = database.database().asRelay()) {
      relay.setAutoCommit(false);
      Publications.advance(relay, acknowledged);
      relay.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TicketKeys keys() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new TicketKeys("k1", pair.getPrivate(), Map.of("k1", pair.getPublic()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
