package pl.dziennik.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentMergeTest {
  private static final JsonObject UUID_SCHEMA = new JsonObject().put("type", "string");

  @Test
  void joinsPathsAndWhatIsTheSame() {
    JsonObject whole =
        DocumentMerge.of(
            Map.of(
                Target.ACCOUNT, document("/accounts/v1/me", "getAccount", "UUID", UUID_SCHEMA),
                Target.SYNERGIA, document("/synergia/v1/me", "getMe", "UUID", UUID_SCHEMA)));

    assertThat(whole.getJsonObject("paths").fieldNames())
        .containsExactlyInAnyOrder("/accounts/v1/me", "/synergia/v1/me");
    assertThat(whole.getJsonObject("components").getJsonObject("schemas").fieldNames())
        .containsExactly("UUID");
  }

  @Test
  void twoDifferentSchemasOfOneNameFail() {
    JsonObject other = new JsonObject().put("type", "object");
    clash(
        document("/accounts/v1/me", "getAccount", "Page", UUID_SCHEMA),
        document("/synergia/v1/me", "getMe", "Page", other),
        "two different schemas are called Page");
  }

  @Test
  void twoOperationsOfOneIdFail() {
    clash(
        document("/accounts/v1/me", "getMe", "A", UUID_SCHEMA),
        document("/synergia/v1/me", "getMe", "B", UUID_SCHEMA),
        "operationId 'getMe'");
  }

  @Test
  void anOperationWithoutAnIdFails() {
    clash(
        document("/accounts/v1/me", "", "A", UUID_SCHEMA),
        document("/synergia/v1/me", "getMe", "B", UUID_SCHEMA),
        "operationId ''");
  }

  @Test
  void whatNoRouteLeadsToFails() {
    clash(
        document("/accounts/v1/me", "getAccount", "A", UUID_SCHEMA),
        document("/internal/v1/grant-tickets", "issueGrantTicket", "B", UUID_SCHEMA),
        "synergia-service documents get /internal/v1/grant-tickets, which no route leads to");
    clash(
        document("/accounts/v1/me", "getAccount", "A", UUID_SCHEMA),
        document("/family/v1/links", "listLinks", "B", UUID_SCHEMA),
        "synergia-service documents get /family/v1/links");
  }

  @Test
  void theRouteSaysWhetherATokenIsNeededAndOfWhichRealm() {
    JsonObject paths =
        DocumentMerge.of(
                Map.of(
                    Target.ACCOUNT,
                        document("/accounts/v1/terms/current", "getTerms", "A", UUID_SCHEMA),
                    Target.SYNERGIA,
                        document("/synergia/v1/grades/{id}", "getGrade", "B", UUID_SCHEMA)))
            .getJsonObject("paths");

    JsonObject open = paths.getJsonObject("/accounts/v1/terms/current").getJsonObject("get");
    assertThat(open.getJsonArray("security")).isEmpty();
    assertThat(open.getJsonObject("responses").fieldNames()).containsOnly("200", "429", "503");
    JsonObject guarded = paths.getJsonObject("/synergia/v1/grades/{id}").getJsonObject("get");
    assertThat(guarded.getJsonArray("security").encode())
        .isEqualTo("[{\"synergia\":[]},{\"accessToken\":[]}]");
    assertThat(guarded.getJsonObject("responses").fieldNames())
        .containsOnly("200", "401", "403", "429", "503");
  }

  private static void clash(JsonObject account, JsonObject synergia, String message) {
    assertThatThrownBy(
            () -> DocumentMerge.of(Map.of(Target.ACCOUNT, account, Target.SYNERGIA, synergia)))
        .isInstanceOf(DocumentsClashException.class)
        .hasMessageContaining(message);
  }

  private static JsonObject document(
      String path, String operationId, String schema, JsonObject content) {
    JsonObject operation =
        new JsonObject()
            .put("operationId", operationId)
            .put("responses", new JsonObject().put("200", new JsonObject()));
    return new JsonObject()
        .put("paths", new JsonObject().put(path, new JsonObject().put("get", operation)))
        .put("components", new JsonObject().put("schemas", new JsonObject().put(schema, content)));
  }
}
