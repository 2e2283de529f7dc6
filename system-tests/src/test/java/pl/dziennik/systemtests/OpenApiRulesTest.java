package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OpenApiRulesTest {

  @Test
  void everythingThatIsMissingIsSaid() throws JsonProcessingException {
    String document =
        """
        {"paths": {
           "/internal/v1/x": {"get": {"operationId": "x", "responses": {"200": {}}}},
           "/a": {"get": {"operationId": "same", "summary": "A", "security": [{"none": []}],
             "responses": {"200": {"content": {"application/json": {"schema": {}}}},
                           "404": {"content": {"application/json": {}}}}}},
           "/b": {"get": {"operationId": "same", "summary": "B", "security": [],
             "responses": {"404": {"$ref": "#/components/responses/Lost"}}}}},
         "components": {"schemas": {"Page": {}, "SynergiaPage": {}, "SynergiaPage1": {}}}}
        """;

    assertThat(OpenApiRules.violations(new ObjectMapper().readTree(document)))
        .contains(
            "/internal/v1/x is internal",
            "get /internal/v1/x has no operationId",
            "get /internal/v1/x has no summary",
            "get /internal/v1/x does not say whether it needs a token",
            "get /internal/v1/x has no refusal",
            "get /a needs none",
            "get /a 200 has a body without a schema",
            "get /a 200 has no example",
            "get /a 404 is no problem document",
            "get /a 404 has no example",
            "get /b has the operationId of another: same",
            "schema Page lacks its service's prefix",
            "schema SynergiaPage1 is a second one of its name",
            "#/components/responses/Lost leads nowhere");
  }
}
