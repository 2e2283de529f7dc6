package pl.dziennik.systemtests.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.School;

/** Linking with consent. */
final class LinkChapter {
  private final Story story;

  LinkChapter(Story story) {
    this.story = story;
  }

  JsonNode tell(FamilyApp app, Consumer holder, String schoolLogin, String pupil) {
    story.tell("4. Mama wiąże Konto LIBRUS z kontem Synergia");
    app.reads(pupil, "grades").expect(404);
    story.check(true, "bez powiązania aplikacja niczego o Zosi nie wie");
    JsonNode begun = app.beginsALink();
    Map<String, String> answer =
        app.signsInAtSchool(new Browser(), begun, schoolLogin, School.PASSWORD);
    JsonNode awaiting = app.handsOver(begun, answer).expect(200).json();
    JsonNode consent = awaiting.path("consent");
    story.check(
        consent.path("synergiaLogin").asText().equals(schoolLogin)
            && consent.path("accountEmail").asText().equals(holder.email())
            && consent.at("/pupils/0/firstName").asText().equals("Zosia"),
        "strona zgody wymienia obie strony: login %s, Konto %s i dziecko"
            .formatted(schoolLogin, holder.email()));
    story.check(
        "link-not-awaiting-login".equals(app.handsOver(begun, answer).code()),
        "ta sama odpowiedź z logowania drugi raz nie działa");
    JsonNode link = app.consents(awaiting).expect(200).json();
    story.check(
        "ACTIVE".equals(link.path("status").asText()), "zgoda RODO zapisana; dane są pobierane");
    JsonNode receipt =
        app.api()
            .get("/family/v1/links/" + link.path("id").asText() + "/receipt")
            .expect(200)
            .json();
    story.check(
        receipt.at("/text/sha256").asText().equals(consent.path("sha256").asText()),
        "potwierdzenie zgody zawiera dokładnie ten tekst, który mama widziała");
    return link;
  }
}
