package pl.dziennik.linking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The family's reads as their clients find them described. */
@LinkingTest
class FamilyOpenApiIT {
  private static final Map<String, String> OPERATIONS =
      Map.of(
          "/family/v1/pupils", "listFamilyPupils",
          "/family/v1/pupils/{id}/grades", "getPupilGrades",
          "/family/v1/pupils/{id}/attendance", "getPupilAttendance",
          "/family/v1/pupils/{id}/timetable", "getPupilTimetable",
          "/family/v1/pupils/{id}/timeline", "getPupilTimeline",
          "/family/v1/me/export", "exportFamilyData");

  @TestHTTPResource("/q/openapi?format=json")
  String address = "";

  @Test
  void everyReadHasANameASummaryItsErrorsAndAnExample() throws IOException {
    JsonNode paths = document().path("paths");

    OPERATIONS.forEach(
        (path, id) -> {
          JsonNode operation = paths.path(path).path("get");
          assertThat(operation.path("operationId").asText()).isEqualTo(id);
          assertThat(operation.path("summary").asText()).isNotBlank();
          assertThat(operation.path("responses").fieldNames())
              .toIterable()
              .contains("200", "401", "503");
          JsonNode ok = operation.path("responses").path("200").path("content");
          assertThat(ok.path("application/json").path("examples")).as(path).isNotEmpty();
        });
  }

  @Test
  void theSchemasOfTheFamilyCarryItsName() throws IOException {
    JsonNode paths = document().path("paths");

    OPERATIONS.keySet().stream()
        .filter(path -> path.startsWith("/family/v1/pupils"))
        .forEach(
            path -> {
              List<String> references = paths.path(path).findValuesAsText("$ref");
              assertThat(references)
                  .as(path)
                  .isNotEmpty()
                  .allMatch(r -> r.matches("#/components/(schemas|responses)/(Family|Problem).*"));
            });
    assertThat(document().path("components").path("schemas").fieldNames())
        .toIterable()
        .contains("FamilyGrade", "FamilyLesson", "FamilyAttendanceMark", "FamilyPupil");
  }

  /** Which text was shown may be said and need not be. */
  @ParameterizedTest
  @CsvSource({
    "FamilyConsentRequest, /family/v1/links/{id}/consent",
    "FamilyGuardianDecisionRequest, /family/v1/guardian-decisions"
  })
  void aConsentMayNameTheTextThatWasShown(String schema, String path) throws IOException {
    JsonNode body = document().path("components").path("schemas").path(schema);

    JsonNode sha256 = body.path("properties").path("sha256");
    assertThat(sha256.path("description").asText()).contains("consent-text-not-current");
    JsonNode request = document().path("paths").path(path).path("post").path("requestBody");
    JsonNode example = request.path("content").path("application/json").path("example");
    assertThat(example.path("sha256").asText()).matches("[0-9a-f]{64}");
    assertThat(body.path("required").toString()).contains("\"").doesNotContain("sha256");
  }

  private JsonNode document() throws IOException {
    String text = given().get(address).then().statusCode(200).extract().asString();
    return new ObjectMapper().readTree(text);
  }
}
