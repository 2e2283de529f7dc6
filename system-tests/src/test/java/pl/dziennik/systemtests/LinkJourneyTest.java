package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Patience;
import pl.dziennik.systemtests.journey.School;

/** Links of families to their schools on the really started platform. */
class LinkJourneyTest {
  private final Platform platform = Platform.running();

  @Test
  void twoChildrenOfTwoSchoolsAreLinkedInOneBrowser() {
    // Neither first names nor code points give this order: Ł comes before M, and Zosia after Antek.
    Family first = Family.named(platform, "Antek", "Mazur");
    Family second = Family.named(platform, "Zosia", "Łoś");
    FamilyApp app = first.app();
    Browser browser = new Browser();

    first.linksWith(app, browser);
    second.linksWith(app, browser);

    JsonNode pupils =
        Patience.until(
            "both children",
            () ->
                Optional.of(app.api().get("/family/v1/pupils").expect(200).json().path("items"))
                    .filter(p -> p.findValuesAsText("className").size() == 2));
    assertThat(pupils.findValuesAsText("firstName")).containsExactly("Zosia", "Antek");
  }

  @Test
  void anotherFamilySeesNothingOfThisOne() {
    Family own = Family.of(platform, "Zosia");
    Family other = Family.of(platform, "Antek");
    FamilyApp app = own.app();
    FamilyApp stranger = other.app();
    JsonNode link = own.linksWith(app, new Browser());
    other.linksWith(stranger, new Browser());
    own.teacher().grades(own.pupil(), "5", "Brawo.");
    app.waitsFor(own.pupil(), "grades", g -> g.toString().contains("Brawo."));

    for (String what : new String[] {"grades", "attendance", "timetable", "timeline"}) {
      assertThat(stranger.reads(own.pupil(), what).expect(404).code()).isEqualTo("not-found");
      platform.anonymous().get("/family/v1/pupils/" + own.pupil() + "/" + what).expect(401);
    }
    String path = "/family/v1/links/" + link.path("id").asText();
    stranger.api().get(path).expect(404);
    stranger.api().get(path + "/receipt").expect(404);
    stranger.withdraws(link).expect(404);
    app.reads(own.pupil(), "grades").expect(200);
  }

  @Test
  void whatTheSchoolBlocksIsGoneAndComesBack() {
    Family family = Family.of(platform, "Zosia");
    FamilyApp app = family.app();
    family.linksWith(app, new Browser());
    family.teacher().grades(family.pupil(), "6", "Konkurs.");
    app.waitsFor(family.pupil(), "grades", g -> g.toString().contains("Konkurs."));

    share(family, "GRADES");
    Answer blocked =
        Patience.until(
            "the block",
            () -> Optional.of(app.reads(family.pupil(), "grades")).filter(a -> a.status() != 200));
    assertThat(blocked.code()).isEqualTo("blocked-by-school");
    app.reads(family.pupil(), "attendance").expect(200);

    share(family);
    app.waitsFor(family.pupil(), "grades", g -> g.toString().contains("Konkurs."));
  }

  @Test
  void aLoginThatWasCancelledLeavesNothing() {
    Family family = Family.of(platform, "Zosia");
    FamilyApp app = family.app();
    JsonNode begun = app.beginsALink();
    Map<String, String> answer =
        app.signsInAtSchool(new Browser(), begun, family.guardian().login(), School.PASSWORD);
    JsonNode awaiting = app.handsOver(begun, answer).expect(200).json();

    app.withdraws(awaiting).expect(204);

    assertThat(app.consents(awaiting).expect(410).code()).isEqualTo("link-expired");
    app.reads(family.pupil(), "grades").expect(404);
    assertThat(app.api().get("/family/v1/links").expect(200).json().path("items")).isEmpty();
  }

  private static void share(Family family, String... blocked) {
    String path = "/synergia/v1/sharing-policy";
    Answer now = family.administrator().get(path).expect(200);
    family
        .administrator()
        .with("If-Match", now.header("etag"))
        .put(path, Map.of("blockedCategories", blocked))
        .expect(200);
  }
}
