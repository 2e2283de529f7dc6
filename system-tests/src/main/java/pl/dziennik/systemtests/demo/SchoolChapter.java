package pl.dziennik.systemtests.demo;

import java.util.Map;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.client.SignIn;
import pl.dziennik.systemtests.journey.Places;
import pl.dziennik.systemtests.journey.School;
import pl.dziennik.systemtests.journey.School.ClassOfAFamily;
import pl.dziennik.systemtests.journey.Slip;
import pl.dziennik.systemtests.journey.Teacher;

/** The school: accounts, slips of paper, the first login. */
final class SchoolChapter {
  private final Places places;
  private final Story story;

  SchoolChapter(Places places, Story story) {
    this.places = places;
    this.story = story;
  }

  /** What the rest of the story needs. */
  record Told(Teacher teacher, String pupil, String guardianLogin, Api guardian) {}

  Told tell(Api operator) {
    story.tell("1. Szkoła zakłada dziennik");
    School school = School.founded(places, operator);
    Api administrator = school.administrator();
    story.check(true, "administrator szkoły zalogował się hasłem z wydruku i ustalił własne");
    ClassOfAFamily family = school.classWithAFamily(administrator, "Zosia");
    Teacher teacher = Teacher.employed(school, administrator, family.classId());
    Slip slip = family.guardianSlip();
    story.check(
        slip.text().contains(slip.login()),
        "sekretariat wydrukował kartę dostępu dla opiekuna: login " + slip.login());
    handOver(administrator, family, slip);
    Api guardian = firstLogin(school, slip);
    return new Told(teacher, family.pupilId(), slip.login(), guardian);
  }

  private void handOver(Api administrator, ClassOfAFamily family, Slip slip) {
    String account = Accounts.byLogin(administrator, family, slip.login());
    administrator
        .post(
            "/synergia/v1/school-accounts/" + account + "/hand-overs",
            Map.of("declarationSignedOn", Teacher.today().toString()))
        .expect(201);
    story.check(true, "wydanie karty potwierdzono podpisanym oświadczeniem");
  }

  private Api firstLogin(School school, Slip slip) {
    story.tell("2. Mama loguje się po raz pierwszy");
    Api guardian = school.firstLogin(slip);
    story.check(true, "hasło z karty działa raz; mama ustaliła własne");
    Browser again =
        SignIn.toSchool(places.origin()).enter(new Browser(), slip.login(), slip.password());
    story.check(!again.isAtClient(), "hasło z karty już nie działa");
    Answer early = guardian.get("/synergia/v1/grades?pupilId=" + school.id());
    story.check(
        "regulations-not-accepted".equals(early.code()),
        "bez akceptacji regulaminu szkoły dziennik niczego nie pokazuje");
    School.accept(guardian);
    story.check(
        guardian
            .get("/synergia/v1/me")
            .expect(200)
            .json()
            .at("/pupils/0/firstName")
            .asText()
            .equals("Zosia"),
        "po akceptacji mama widzi w dzienniku Zosię");
    return guardian;
  }
}
