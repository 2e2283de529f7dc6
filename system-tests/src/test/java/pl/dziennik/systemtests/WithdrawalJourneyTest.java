package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Patience;

/** The end of a consent on the really started platform. */
class WithdrawalJourneyTest {
  private final Platform platform = Platform.running();
  private final Canary canary = new Canary(platform);
  private final String name = "Kanarka" + UUID.randomUUID().toString().substring(0, 8);
  private final String comment = "Papuga" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void withdrawalErasesEveryTraceOfThePupilOnTheConsumersSide() {
    Family family = Family.of(platform, name);
    FamilyApp app = family.app();
    JsonNode link = family.linksAndHasNews(app, comment);
    assertThat(canary.find(name)).as("the search finds what is there").isNotEmpty();
    assertThat(canary.find(comment)).isNotEmpty();
    assertThat(canary.find(family.lastName())).isNotEmpty();

    app.withdraws(link).expect(204);
    app.reads(family.pupil(), "grades").expect(404);

    Patience.until(
        "the erasure, also of the notifications",
        () -> Optional.of(canary.find(name)).filter(java.util.List::isEmpty));
    assertThat(canary.find(comment)).isEmpty();
    assertThat(canary.find(family.lastName())).isEmpty();
    waitForEvidence(app, link);
  }

  @Test
  void withdrawalWorksWhileSynergiaAndKafkaAreDownAndReachesThemLater() {
    Family family = Family.of(platform, name);
    FamilyApp app = family.app();
    JsonNode link = family.linksAndHasNews(app, comment);

    // Kafka and the mailbox live in the supervisor.
    try (Freezer _ = platform.freeze("synergia-service", "supervisor")) {
      app.withdraws(link).expect(204);
      app.reads(family.pupil(), "grades").expect(404);
      assertThat(app.api().get(path(link)).expect(200).json().path("status").asText())
          .isEqualTo("REVOKED");
      assertThat(grantOf(link)).isEqualTo("LIVE");
    }

    Patience.until("the end in Synergia", () -> Optional.of(grantOf(link)).filter("ENDED"::equals));
    waitForEvidence(app, link);
    assertThat(canary.find(name)).isEmpty();
    Family other = Family.of(platform, "Basia");
    FamilyApp otherApp = other.app();
    other.linksWith(otherApp, new Browser());
    otherApp.waitsFor(other.pupil(), "grades", g -> g.path("complete").asBoolean());
    family.teacher().grades(family.pupil(), "1", comment);
    // What was entered after it has come: it would have come too.
    other.teacher().grades(other.pupil(), "5", "Wilga");
    otherApp.waitsFor(other.pupil(), "grades", g -> g.toString().contains("Wilga"));
    assertThat(canary.find(comment)).isEmpty();
  }

  private static void waitForEvidence(FamilyApp app, JsonNode link) {
    JsonNode receipt =
        Patience.until(
            "the completion in the evidence",
            () ->
                Optional.of(app.api().get(path(link) + "/receipt").expect(200).json())
                    .filter(r -> r.has("notificationsErasedAt")));
    assertThat(receipt.path("endReason").asText()).isEqualTo("CONSENT_WITHDRAWN");
    assertThat(receipt.has("copyErasedAt")).isTrue();
  }

  private static String path(JsonNode link) {
    return "/family/v1/links/" + link.path("id").asText();
  }

  /** The grant as Synergia's database has it. */
  private String grantOf(JsonNode link) {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + Platform.POSTGRES_PORT + "/synergia",
                "postgres",
                platform.secret("postgres"));
        var select = connection.prepareStatement("select state from grants where link_id = ?")) {
      select.setObject(1, UUID.fromString(link.path("id").asText()));
      try (ResultSet r = select.executeQuery()) {
        return r.next() ? r.getString(1) : "none";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
