package pl.dziennik.linking;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Zosia with something in every document, which nobody sees but by right. */
final class GuardedChild {
  static final String GRADES = "/grades";
  static final String ATTENDANCE = "/attendance?from=2026-11&to=2026-11";
  static final String TIMETABLE = "/timetable?from=2026-11-23&to=2026-11-29";
  static final String TIMELINE = "/timeline";
  static final String CANARY = "Kanarek";

  final FamilyWorld family;
  final UUID link;

  GuardedChild(DataSource dataSource) {
    family = new FamilyWorld(dataSource);
    link = family.linked();
    String item =
        FamilyWorld.item(
            "2026-11-24T09:00:00Z", "\"date\":\"2026-11-24\",\"x\":\"" + CANARY + "\"");
    family.grades(family.zosia, FamilyWorld.TERM, item);
    family.attendance(family.zosia, "2026-11", item);
    family.timetable(family.classId, "2026-W48", item);
  }

  /** A read of Zosia by that account is refused, and tells nothing of her. */
  void refused(UUID consumer, String path, int status, String code) {
    family
        .read(consumer, "/" + family.zosia + path)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body(not(containsString(CANARY)));
  }

  /** Another account with a link of its own to the same child. */
  UUID secondParent() {
    UUID consumer = UUID.randomUUID();
    UUID account = UUID.randomUUID();
    family.consent(consumer, account, Map.of(family.zosia, "Zosia"));
    family.access(account, true, family.zosia);
    return consumer;
  }
}
