package pl.dziennik.synergia.demo;

import java.util.List;
import java.util.UUID;
import pl.dziennik.synergia.access.AccountKind;

/**
 * A login that is printed; its number is fixed, far above what the school's register gives out.
 *
 * @param role what the person is to the reader of the print
 */
record DemoLogin(
    UUID accountId, String login, AccountKind kind, UUID personId, String role, String name) {

  static List<DemoLogin> all(DemoYear year) {
    DemoPeople people = new DemoPeople(year.startYear());
    DemoTeaching teaching = new DemoTeaching();
    DemoPeople.Guardian ofTwo = people.guardians().getFirst();
    DemoPeople.Guardian ofOne =
        people.guardians().stream().filter(g -> g.pupils().size() == 1).findFirst().orElseThrow();
    DemoPeople.Pupil pupil =
        people.pupils().stream()
            .filter(p -> p.id().equals(ofTwo.pupils().getLast()))
            .findFirst()
            .orElseThrow();
    return List.of(
        new DemoLogin(
            DemoIds.of("account", 1),
            "9000001",
            AccountKind.STAFF,
            DemoStructure.ADMINISTRATOR,
            "ADMINISTRATOR",
            "Grażyna Sekretarska"),
        teacher(2, "9000002", teaching, "matematyka"),
        teacher(3, "9000003", teaching, "język polski"),
        guardian(4, "9000004", ofTwo),
        guardian(5, "9000005", ofOne),
        new DemoLogin(
            DemoIds.of("account", 6),
            "9000006",
            AccountKind.PUPIL,
            pupil.id(),
            "PUPIL",
            pupil.firstName() + " " + pupil.lastName()));
  }

  /** Who teaches the subject in the first class. */
  private static DemoLogin teacher(int n, String login, DemoTeaching teaching, String subject) {
    DemoTeaching.Teacher teacher =
        teaching.assignments().stream()
            .filter(a -> DemoTeaching.SUBJECTS.get(a.subject()).name().equals(subject))
            .map(a -> teaching.teachers().get(a.teacher()))
            .findFirst()
            .orElseThrow();
    return new DemoLogin(
        DemoIds.of("account", n),
        login,
        AccountKind.STAFF,
        teacher.id(),
        "TEACHER",
        teacher.firstName() + " " + teacher.lastName());
  }

  private static DemoLogin guardian(int n, String login, DemoPeople.Guardian guardian) {
    return new DemoLogin(
        DemoIds.of("account", n),
        login,
        AccountKind.GUARDIAN,
        guardian.id(),
        "GUARDIAN",
        guardian.firstName() + " " + guardian.lastName());
  }
}
