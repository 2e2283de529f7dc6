package pl.dziennik.systemtests.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Patience;
import pl.dziennik.systemtests.journey.Phone;
import pl.dziennik.systemtests.journey.Places;
import pl.dziennik.systemtests.journey.Teacher;

/** A teacher's day, and how the family sees it. */
final class GradeChapter {
  private final Places places;
  private final Story story;

  GradeChapter(Places places, Story story) {
    this.places = places;
    this.story = story;
  }

  void tell(FamilyApp app, String email, Teacher teacher, String pupil) {
    story.tell("5. Mobilne dodatki i telefon");
    app.waitsFor(pupil, "grades", g -> g.path("complete").asBoolean());
    app.api().post("/accounts/v1/me/trials", Map.of("pupilId", pupil)).expect(201);
    story.check(true, "30 dni próbne Mobilnych dodatków dla Zosi");
    Phone phone = Phone.switchedOn(places);
    phone.isRegisteredBy(app.api());
    story.check(true, "telefon mamy zarejestrowany do powiadomień");
    story.tell("6. Dzień nauczycielki");
    story.check(
        teacher.planOfTheDay().size() == 1, "nauczycielka widzi na dziś jedną lekcję matematyki");
    JsonNode grade = entered(app, teacher, pupil);
    notified(app.api(), email, phone);
    corrected(app, teacher, pupil, grade.path("id").asText());
    teacher.callsTheRoll(pupil);
    app.waitsFor(pupil, "attendance", a -> a.toString().contains("\"nb\""));
    story.check(true, "nieobecność z dzisiejszej lekcji jest w aplikacji");
    app.waitsFor(pupil, "timetable", t -> t.toString().contains("matematyka"));
    story.check(true, "plan lekcji jest w aplikacji");
    app.waitsFor(pupil, "timeline", t -> t.path("items").size() >= 2);
    story.check(true, "oś czasu pokazuje, co się wydarzyło");
  }

  private JsonNode entered(FamilyApp app, Teacher teacher, String pupil) {
    Instant before = Instant.now();
    JsonNode grade = teacher.grades(pupil, "4+", "Bardzo ładna praca.");
    app.waitsFor(pupil, "grades", g -> g.toString().contains("\"4+\""));
    long millis = Duration.between(before, Instant.now()).toMillis();
    story.check(true, "ocena 4+ z komentarzem widoczna w aplikacji po %d ms".formatted(millis));
    return grade;
  }

  private void notified(Api account, String email, Phone phone) {
    JsonNode push = phone.waitsFor("Zosia");
    story.check(!push.toString().contains("4+"), "powiadomienie na telefonie; nie zdradza oceny");
    Patience.until("the mail about news", () -> places.mailboxOf(email).newest("Zosia"));
    story.check(true, "i wiadomość e-mail");
    story.check(
        account.get("/notifications/v1/notifications").expect(200).json().path("items").size() > 0,
        "w skrzynce powiadomień jest wpis");
  }

  private void corrected(FamilyApp app, Teacher teacher, String pupil, String grade) {
    teacher.corrects(grade, "5");
    app.waitsFor(pupil, "grades", g -> g.toString().contains("\"correctedFrom\":\"4+\""));
    story.check(true, "poprawa na 5 widoczna razem z poprzednią oceną");
  }
}
