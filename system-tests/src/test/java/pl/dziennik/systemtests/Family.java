package pl.dziennik.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Phone;
import pl.dziennik.systemtests.journey.School;
import pl.dziennik.systemtests.journey.School.ClassOfAFamily;
import pl.dziennik.systemtests.journey.Slip;
import pl.dziennik.systemtests.journey.Teacher;

/** A family of a school of its own, ready to link: administrator, teacher, guardian, account. */
record Family(
    String firstName,
    String lastName,
    Api administrator,
    Teacher teacher,
    ClassOfAFamily inClass,
    Slip guardian,
    Consumer holder) {

  static Family of(Platform platform, String firstName) {
    return of(platform, firstName, Consumer.somebody(platform.places()).activated());
  }

  /** The same, with a last name that is not made up: for what depends on it. */
  static Family named(Platform platform, String firstName, String lastName) {
    return of(platform, firstName, lastName, Consumer.somebody(platform.places()).activated());
  }

  /** The same, the holder of 13 to 15 years, for whom that guardian decides as well. */
  static Family ofAYoungHolder(Platform platform, String firstName, Consumer guardian) {
    return of(
        platform,
        firstName,
        Consumer.somebody(platform.places())
            .activated(
                Map.of("ageBracket", "THIRTEEN_TO_FIFTEEN", "guardianEmail", guardian.email())));
  }

  /** The same, whose account is that holder's. */
  static Family of(Platform platform, String firstName, Consumer holder) {
    String lastName = "Czyzyk" + UUID.randomUUID().toString().substring(0, 8);
    return of(platform, firstName, lastName, holder);
  }

  private static Family of(Platform platform, String firstName, String lastName, Consumer holder) {
    School school = School.founded(platform.places(), platform.operator());
    Api administrator = school.administrator();
    ClassOfAFamily inClass = school.classWithAFamily(administrator, firstName, lastName);
    Slip guardian = inClass.guardianSlip();
    School.accept(school.firstLogin(guardian));
    return new Family(
        firstName,
        lastName,
        administrator,
        Teacher.employed(school, administrator, inClass.classId()),
        inClass,
        guardian,
        holder);
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

  /** A link with all that it brings: the copy, a trial, a device, a grade that rang there. */
  JsonNode linksAndHasNews(FamilyApp app, String comment) {
    JsonNode link = linksWith(app, new Browser());
    app.waitsFor(pupil(), "grades", g -> g.path("complete").asBoolean());
    app.api().post("/accounts/v1/me/trials", Map.of("pupilId", pupil())).expect(201);
    Phone phone = Phone.switchedOn(holder.places());
    phone.isRegisteredBy(app.api());
    teacher.grades(pupil(), "4", comment);
    app.waitsFor(pupil(), "grades", g -> g.toString().contains(comment));
    phone.waitsFor(firstName);
    return link;
  }
}
