package pl.dziennik.linking;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.linking.sync.DocumentStore;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.linking.sync.ReceivedDocument;
import pl.dziennik.linking.sync.SchoolEpochs;
import pl.dziennik.linking.sync.StoreOutcome;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** A family with a link to a school account, and the documents that come for it. */
final class FamilyWorld {
  static final String TERM = "2026/27-1";

  private static final Generation FAR = new Generation(9_000_000_000L, 1);

  final UUID school = UUID.randomUUID();
  final UUID parent = UUID.randomUUID();
  final UUID schoolAccount = UUID.randomUUID();
  final UUID zosia = UUID.randomUUID();
  final UUID classId = UUID.randomUUID();
  private final DataSource dataSource;
  private long version;

  FamilyWorld(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Zosia's parent has consented, and the school opens her to them. */
  UUID linked() {
    UUID link = consent(parent, schoolAccount, Map.of(zosia, "Zosia"));
    access(schoolAccount, true, zosia);
    return link;
  }

  UUID consent(UUID consumer, UUID account, Map<UUID, String> pupils) {
    return consent(school, consumer, account, pupils);
  }

  UUID consent(UUID at, UUID consumer, UUID account, Map<UUID, String> pupils) {
    UUID id = UUID.randomUUID();
    in(
        c -> {
          Statements.update(
              c,
              "insert into links (id, account_id, status, school_id, synergia_account_id, ticket,"
                  + " created_at) values (?, ?, 'AWAITING_CONSENT', ?, ?, 'a.b.c', now())",
              id,
              consumer,
              at,
              account);
          for (Map.Entry<UUID, String> pupil : pupils.entrySet()) {
            Statements.update(
                c,
                "insert into link_pupils (link_id, pupil_id, first_name) values (?, ?, ?)",
                id,
                pupil.getKey(),
                pupil.getValue());
          }
          SchoolEpochs.notice(c, at, 7);
          return LinkLife.activate(c, id);
        });
    return id;
  }

  void access(UUID account, boolean enabled, UUID... pupils) {
    access(account, enabled, "", pupils);
  }

  /**
   * @param blocked categories as in JSON: {@code "GRADES"}
   */
  void access(UUID account, boolean enabled, String blocked, UUID... pupils) {
    access(school, account, enabled, blocked, pupils);
  }

  void access(UUID at, UUID account, boolean enabled, String blocked, UUID... pupils) {
    String listed =
        Arrays.stream(pupils)
            .map(p -> "{\"pupilId\":\"%s\",\"classIds\":[\"%s\"]}".formatted(p, classId))
            .collect(Collectors.joining(","));
    store(
        at,
        Audience.account(account),
        Category.ACCESS,
        "-",
        "{\"accountId\":\"%s\",\"enabled\":%s,\"pupils\":[%s],\"blockedCategories\":[%s]}"
            .formatted(account, enabled, listed, blocked));
  }

  StoreOutcome grades(UUID pupil, String period, String items) {
    return store(
        school, Audience.pupil(pupil), Category.GRADES, period, "{\"items\":[" + items + "]}");
  }

  StoreOutcome attendance(UUID pupil, String month, String items) {
    return store(
        school, Audience.pupil(pupil), Category.ATTENDANCE, month, "{\"items\":[" + items + "]}");
  }

  StoreOutcome timetable(UUID ofClass, String week, String items) {
    return store(
        school,
        Audience.schoolClass(ofClass),
        Category.TIMETABLE,
        week,
        "{\"weekStart\":\"2026-11-23\",\"items\":[" + items + "]}");
  }

  StoreOutcome profile(UUID at, UUID pupil, String first, String last) {
    return store(
        at,
        Audience.pupil(pupil),
        Category.PROFILE,
        "-",
        ("{\"pupilId\":\"%s\",\"firstName\":\"%s\",\"lastName\":\"%s\",\"schoolName\":\"SP 7\","
                + "\"className\":\"5b\",\"schoolYear\":\"2026/27\"}")
            .formatted(pupil, first, last));
  }

  StoreOutcome store(UUID at, Audience audience, Category category, String period, String content) {
    version++;
    ReceivedDocument document =
        new ReceivedDocument(
            new DocumentKey(at, audience, category, period),
            7,
            version,
            FAR,
            content.getBytes(StandardCharsets.UTF_8));
    return in(c -> DocumentStore.store(c, document));
  }

  /** An item with these further members, visible since the given instant. */
  static String item(UUID id, String since, String members) {
    return "{\"itemId\":\"%s\",\"revision\":1,\"since\":\"%s\"%s%s}"
        .formatted(id, since, members.isEmpty() ? "" : ",", members);
  }

  static String item(String since, String members) {
    return item(UUID.randomUUID(), since, members);
  }

  void end(UUID link) {
    in(c -> LinkLife.end(c, link, EndReason.CONSENT_WITHDRAWN));
  }

  /** Zosia's scopes began an hour ago. */
  void scopesAreOld() {
    update(
        "update scopes set baseline_at = baseline_at - interval '1 hour' where school_id = ?",
        school);
  }

  /** The copy was restored and cannot be compared with the school as long as that is silent. */
  void quarantined() {
    StubSynergia.ANSWER.set(503);
    update("update school_epochs set quarantined = true where school_id = ?", school);
  }

  int update(String sql, Object... values) {
    return in(c -> Statements.update(c, sql, values));
  }

  ValidatableResponse read(UUID consumer, String path) {
    return as(consumer).get("/family/v1/pupils" + path).then();
  }

  /** A read of Zosia by her parent. */
  ValidatableResponse read(String path) {
    return read(parent, "/" + zosia + path);
  }

  static RequestSpecification as(UUID consumer) {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(TestTokens.person(Realm.LIBRUS).subject(consumer).token());
  }

  <T> T in(Transactions.Work<T> work) {
    try {
      return Transactions.in(dataSource, work);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
