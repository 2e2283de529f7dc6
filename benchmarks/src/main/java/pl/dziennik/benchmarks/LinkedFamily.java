package pl.dziennik.benchmarks;

import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Places;
import pl.dziennik.systemtests.journey.School;
import pl.dziennik.systemtests.journey.School.ClassOfAFamily;
import pl.dziennik.systemtests.journey.Slip;
import pl.dziennik.systemtests.journey.Teacher;

/** A family with an active link, its teacher, and the token that its app reads with. */
record LinkedFamily(String schoolId, String pupil, Teacher teacher, FamilyApp app, String token) {

  static LinkedFamily make(Places places, Api operator) {
    School school = School.founded(places, operator);
    Api administrator = school.administrator();
    ClassOfAFamily inClass = school.classWithAFamily(administrator, "Zosia");
    Slip guardian = inClass.guardianSlip();
    School.accept(school.firstLogin(guardian));
    Teacher teacher = Teacher.employed(school, administrator, inClass.classId());
    Consumer holder = Consumer.somebody(places).activated();
    String token = holder.signIn().complete(holder.email(), Consumer.PASSWORD).accessToken();
    FamilyApp app = new FamilyApp(places, places.anonymous().as(token));
    app.links(new Browser(), guardian.login(), School.PASSWORD);
    app.waitsFor(inClass.pupilId(), "grades", g -> g.path("complete").asBoolean());
    return new LinkedFamily(school.id(), inClass.pupilId(), teacher, app, token);
  }
}
