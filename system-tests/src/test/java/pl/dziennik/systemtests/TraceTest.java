package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Patience;

/** One trace id from the teacher's request over two Kafka hops to the family's notification. */
class TraceTest {
  private final Platform platform = Platform.running();

  @Test
  void oneTraceIdGoesOverGatewayServicesAndKafka() {
    Family family = Family.of(platform, "Zosia");
    FamilyApp app = family.app();
    family.linksWith(app, new Browser());
    app.waitsFor(family.pupil(), "grades", g -> g.path("complete").asBoolean());
    String trace = UUID.randomUUID().toString().replace("-", "");

    family
        .teacher()
        .api()
        .with("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
        .post("/synergia/v1/grades", family.teacher().grade(family.pupil(), "3", "Ślad."))
        .expect(201);

    for (String process :
        List.of(
            "api-gateway", "synergia-service", "linking-sync-service", "notification-service")) {
      Patience.until(
          "the trace in the log of " + process,
          () -> Optional.of(platform.log(process)).filter(l -> l.contains(trace)));
    }
  }

  @Test
  void aServiceAnswersWithTheTraceItGot() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    Answer answer =
        platform
            .operator()
            .with("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
            .get("/synergia/v1/me")
            .expect(403);
    assertThat(answer.json().path("traceId").asText()).isEqualTo(trace);
  }

  @Test
  void logsHoldNoNamesAddressesOrGrades() {
    Family family = Family.of(platform, "Wrzosinka");
    FamilyApp app = family.app();
    family.linksWith(app, new Browser());
    family.teacher().grades(family.pupil(), "2", "Tajemniczy komentarz");
    app.waitsFor(family.pupil(), "grades", g -> g.toString().contains("Tajemniczy"));

    for (String process :
        List.of(
            "api-gateway",
            "synergia-service",
            "librus-account-service",
            "linking-sync-service",
            "notification-service")) {
      assertThat(platform.log(process))
          .as(process)
          .doesNotContain("Wrzosinka")
          .doesNotContain("Tajemniczy")
          .doesNotContain(family.holder().email())
          // A token; the id that Kafka gives a cluster is random, too, and shorter.
          .doesNotContainPattern("eyJ[A-Za-z0-9_-]{20}");
    }
  }
}
