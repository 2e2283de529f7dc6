package pl.dziennik.systemtests.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Patience;

/** The consent is withdrawn and the copy is gone; the school keeps its own. */
final class EndChapter {
  private final Story story;

  EndChapter(Story story) {
    this.story = story;
  }

  void tell(FamilyApp app, JsonNode link, Api guardian, String pupil) {
    story.tell("7. Mama wycofuje zgodę");
    app.withdraws(link).expect(204);
    app.reads(pupil, "grades").expect(404);
    story.check(true, "od tej chwili aplikacja nic nie pokazuje");
    String receipt = "/family/v1/links/" + link.path("id").asText() + "/receipt";
    Patience.until(
        "the erasure of the notifications",
        () ->
            Optional.of(app.api().get(receipt).expect(200).json())
                .filter(r -> r.has("copyErasedAt") && r.has("notificationsErasedAt")));
    story.check(true, "kopia i powiadomienia usunięte; dowód zgody ma datę usunięcia");
    story.check(
        guardian.get("/synergia/v1/grades?pupilId=" + pupil).expect(200).text().contains("\"5\""),
        "w dzienniku szkoły ocena nadal jest");
  }
}
