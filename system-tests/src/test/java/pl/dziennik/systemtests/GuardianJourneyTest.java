package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.FamilyApp;

/** A holder of 13 to 15 years links: a guardian decides by mail, on the really started platform. */
class GuardianJourneyTest {
  private static final String DECISIONS = "/family/v1/guardian-decisions";

  private final Platform platform = Platform.running();
  private final Canary canary = new Canary(platform);
  private final Consumer guardian = Consumer.somebody(platform.places());
  private final String name = "Bielik" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void afterTheGuardiansYesTheAppReads() {
    Family family = Family.ofAYoungHolder(platform, name, guardian);
    FamilyApp app = family.app();
    JsonNode link = awaitingTheGuardian(family, app);
    String token = guardian.tokenInMailTo(guardian.email(), "/confirm-link");
    JsonNode question =
        platform
            .anonymous()
            .post(DECISIONS + "/details", Map.of("token", token, "language", "uk"))
            .expect(200)
            .json();
    assertThat(question.path("holderEmail").asText()).isEqualTo(family.holder().email());
    assertThat(question.path("login").asText()).isEqualTo(family.guardian().login());
    assertThat(question.at("/pupils/0/firstName").asText()).isEqualTo(name);

    assertThat(question.path("language").asText()).isEqualTo("uk");

    Map<String, String> yes =
        Map.of("token", token, "decision", "CONFIRM", "sha256", question.path("sha256").asText());
    platform.anonymous().post(DECISIONS, yes).expect(204);

    assertThat(status(app, link)).isEqualTo("ACTIVE");
    family.teacher().grades(family.pupil(), "5", "Brawo.");
    app.waitsFor(family.pupil(), "grades", g -> g.toString().contains("Brawo."));
    JsonNode receipt = app.api().get(path(link) + "/receipt").expect(200).json();
    assertThat(receipt.path("authorisedBy").asText()).isEqualTo(guardian.email());
    assertThat(receipt.at("/authorisedText/language").asText()).isEqualTo("uk");
    assertThat(decide(token, "REFUSE").expect(410).code()).isEqualTo("link-used-or-expired");
  }

  @Test
  void afterTheGuardiansNoNothingOfThePupilIsLeft() {
    Family family = Family.ofAYoungHolder(platform, name, guardian);
    FamilyApp app = family.app();
    JsonNode link = awaitingTheGuardian(family, app);
    assertThat(canary.find(name)).as("the search finds what is there").isNotEmpty();

    decide(guardian.tokenInMailTo(guardian.email(), "/confirm-link"), "REFUSE").expect(204);

    assertThat(status(app, link)).isEqualTo("CANCELLED");
    assertThat(canary.find(name)).isEmpty();
    app.reads(family.pupil(), "grades").expect(404);
    assertThat(app.api().get("/family/v1/pupils").expect(200).json().path("items")).isEmpty();
  }

  /** Nothing is read before the decision. */
  private static JsonNode awaitingTheGuardian(Family family, FamilyApp app) {
    JsonNode link = family.linksWith(app, new Browser());
    assertThat(link.path("status").asText()).isEqualTo("AWAITING_GUARDIAN");
    app.reads(family.pupil(), "grades").expect(404);
    return link;
  }

  private Answer decide(String token, String decision) {
    return platform.anonymous().post(DECISIONS, Map.of("token", token, "decision", decision));
  }

  private static String status(FamilyApp app, JsonNode link) {
    return app.api().get(path(link)).expect(200).json().path("status").asText();
  }

  private static String path(JsonNode link) {
    return "/family/v1/links/" + link.path("id").asText();
  }
}
