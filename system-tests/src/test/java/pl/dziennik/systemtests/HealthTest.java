package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.systemtests.client.Api;

/** What a service must have in order to get requests: its database, and nothing else. */
class HealthTest {
  private static final String DATABASES = "Database connections health check";

  private final Platform platform = Platform.running();

  @ParameterizedTest
  @CsvSource({"9081", "9082", "9083", "9084"})
  void readinessAsksForTheDatabaseAndNotForKafka(int port) {
    JsonNode ready = health(port, "ready");

    assertThat(ready.path("checks").findValuesAsText("name")).contains(DATABASES);
    assertThat(ready.toString().toLowerCase(Locale.ROOT)).doesNotContain("kafka");
  }

  @Test
  void synergiaAsksForBothOfItsConnections() {
    JsonNode database = health(9081, "ready").path("checks");
    assertThat(database.findPath("data").has("<default>")).isTrue();
    assertThat(database.findPath("data").has("relay")).isTrue();
  }

  @Test
  void theGatewayIsReadyByItself() {
    assertThat(health(9080, "ready").path("checks")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "started"})
  void thePathsOfTheProbesAreServed(String kind) {
    for (int port : List.of(9080, 9081, 9082, 9083, 9084)) {
      assertThat(health(port, kind).path("status").asText()).isEqualTo("UP");
    }
  }

  private JsonNode health(int port, String kind) {
    return Api.at(platform.managementOf(port)).get("/q/health/" + kind).expect(200).json();
  }
}
