package pl.dziennik.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.School;
import pl.dziennik.systemtests.journey.School.ClassOfAFamily;
import pl.dziennik.systemtests.journey.Slip;
import pl.dziennik.systemtests.journey.Teacher;

/** A family of a school of its own, ready to link: administrator, teacher, guardian, account. */
record Family(
    Api administrator, Teacher teacher, ClassOfAFamily inClass, Slip guardian, Consumer holder) {

  static Family of(Platform platform, String firstName) {
    School school = School.founded(platform.places(), platform.operator());
    Api administrator = school.administrator();
    ClassOfAFamily inClass = school.classWithAFamily(administrator, firstName);
    Slip guardian = inClass.guardianSlip();
    School.accept(school.firstLogin(guardian));
    return new Family(
        administrator,
        Teacher.employed(school, administrator, inClass.classId()),
        inClass,
        guardian,
        Consumer.somebody(platform.places()).activated());
  }

  String pupil() {
    return inClass.pupilId();
  }

  /** The holder's app, signed in. */
  FamilyApp app() {
    return new FamilyApp(holder.places(), holder.signedIn(Consumer.PASSWORD));
  }

  /** Links this guardian's school account with that app, in that browser. */
  JsonNode linksWith(FamilyApp app, Browser browser) {
    return app.links(browser, guardian.login(), School.PASSWORD);
  }
}
