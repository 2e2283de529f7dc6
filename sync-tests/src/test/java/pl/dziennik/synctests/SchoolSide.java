package pl.dziennik.synctests;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import pl.dziennik.synergia.sync.DocumentRenderer;
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

  private static final UUID YEAR = id(10);
  private static final UUID TEACHER = id(41);
  private static final UUID SUBJECT = id(42);
  private static final UUID GRADE_CATEGORY = id(43);

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
    database.asSuperuser(
        "insert into schools values ('%s', 'Szkoła', 'Łódź', 'pokój 12', 1000, now())"
            .formatted(SCHOOL));
    row("school_years", YEAR, "'2026/27', '2026-09-01', '2027-02-01', '2027-06-25'");
    row("classes", CLASS_A, "'%s', '4a', 4".formatted(YEAR));
    row("classes", CLASS_B, "'%s', '4b', 4".formatted(YEAR));
    row("staff_members", TEACHER, "'Ewa', 'Nowak'");
    row("subjects", SUBJECT, "'matematyka', 'mat'");
    row("grade_categories", GRADE_CATEGORY, "null, 'sprawdzian', 5, true, '#D32F2F'");
    pupil(ZOSIA, "Zosia", CLASS_A);
    pupil(JAN, "Jan", CLASS_B);
    parent(MOTHER, "Anna");
    parent(FATHER, "Piotr");
  }

  private void pupil(UUID pupil, String name, UUID classId) {
    row("pupils", pupil, "'%s', 'Łęcka', '2016-01-01'".formatted(name));
    row(
        "enrolments",
        UUID.randomUUID(),
        "'%s', '%s', 1, '2026-09-01', null".formatted(pupil, classId));
  }

  /** A guardian of both; the account has the guardian's id. */
  private void parent(UUID guardian, String name) {
    row("guardians", guardian, "'%s', 'Łęcka'".formatted(name));
    for (UUID child : List.of(ZOSIA, JAN)) {
      database.asSuperuser(
          "insert into guardianships values ('%s', '%s', '%s')".formatted(SCHOOL, guardian, child));
    }
    row(
        "school_accounts",
        guardian,
        "'%d', 'GUARDIAN', '%s', '%s', true, 0, now()"
            .formatted(1000000 + guardian.getLeastSignificantBits(), guardian, guardian));
  }

  private void row(String table, UUID rowId, String rest) {
    database.asSuperuser(
        "insert into %s values ('%s', '%s', %s)".formatted(table, SCHOOL, rowId, rest));
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
    return insertGrade(c, pupil, value, since);
  }

  static UUID insertGrade(Connection c, UUID pupil, String value, Instant since)
      throws SQLException {
    UUID grade = UUID.randomUUID();
    Statements.update(
        c,
        "insert into grades values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 5, true, 'CURRENT', '',"
            + " date '2026-11-20', '', 1, ?, null)",
        SCHOOL,
        grade,
        pupil,
        CLASS_A,
        SUBJECT,
        TEACHER,
        GRADE_CATEGORY,
        YEAR,
        value,
        since);
    return grade;
  }

  void correct(UUID grade, String value) {
    tx(
        c -> {
          Instant since = DocumentBumps.bump(c, List.of(grades(ZOSIA)));
          return Statements.update(
              c,
              "update grades set corrected_from = value, value = ?, revision = revision + 1,"
                  + " since = ? where id = ?",
              value,
              since,
              grade);
        });
  }

  void absence(UUID pupil, String day) {
    tx(
        c -> {
          Instant since = DocumentBumps.bump(c, List.of(attendance(pupil, day.substring(0, 7))));
          UUID lesson = UUID.randomUUID();
          Statements.update(
              c,
              "insert into lessons values (?, ?, ?, ?, ?, cast(? as date), ?, 'Temat', now())",
              SCHOOL,
              lesson,
              CLASS_A,
              SUBJECT,
              TEACHER,
              day,
              lessons++ % 15);
          return Statements.update(
              c,
              "insert into attendance_marks values (?, ?, ?, ?, 'nb', 1, ?)",
              SCHOOL,
              UUID.randomUUID(),
              lesson,
              pupil,
              since);
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

  /** Renders grades only; {@code between} happens after the versions were read. */
  List<RenderedDocument> renderWith(Runnable between) throws SQLException {
    GradesDocument real = new GradesDocument();
    DocumentRenderer interrupted =
        new DocumentRenderer() {
          @Override
          public Category category() {
            return Category.GRADES;
          }

          @Override
          public ObjectNode render(Connection snapshot, DocumentKey key) throws SQLException {
            between.run();
            return real.render(snapshot, key);
          }
        };
    Rendering rendering =
        new Rendering(new Renderers(List.of(interrupted)), k -> false, (k, e) -> {});
    try (Connection relay = database.database().asRelay()) {
      return rendering.batch(relay, 1000);
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
