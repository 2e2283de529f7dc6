package pl.dziennik.linking.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {

  @Test
  void membersOfADocumentAreWrittenIntoTheOpenObject() {
    assertThat(with("{\"a\":1}")).isEqualTo("{\"p\":\"x\",\"a\":1,\"q\":true}");
    assertThat(with("\n { \"a\" : {} } \t")).isEqualTo("{\"p\":\"x\",\"a\" : {} ,\"q\":true}");
  }

  @Test
  void anEmptyDocumentLeavesNoComma() {
    assertThat(with("{}")).isEqualTo("{\"p\":\"x\",\"q\":true}");
    assertThat(with(" { \n} ")).isEqualTo("{\"p\":\"x\",\"q\":true}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "{", "}", "null", "\"{}\"", "{]"})
  void whatIsNoObjectIsNotWritten(String json) {
    assertThatThrownBy(() -> with(json)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void textsAreQuoted() {
    String json = text(new JsonBytes().openObject().text("a", "\"\\\u0001ż").closeObject());
    assertThat(json).isEqualTo("{\"a\":\"\\\"\\\\\\u0001ż\"}");
  }

  @Test
  void listsAndValuesAreSeparated() {
    JsonBytes json =
        new JsonBytes()
            .openObject()
            .openList("l")
            .openObject()
            .raw("r", "[1]".getBytes(StandardCharsets.UTF_8))
            .closeObject()
            .openObject()
            .closeObject()
            .closeList()
            .openList("m")
            .closeList()
            .flag("f", false)
            .closeObject();
    assertThat(text(json)).isEqualTo("{\"l\":[{\"r\":[1]},{}],\"m\":[],\"f\":false}");
  }

  private static String with(String document) {
    return text(
        new JsonBytes()
            .openObject()
            .text("p", "x")
            .members(document.getBytes(StandardCharsets.UTF_8))
            .flag("q", true)
            .closeObject());
  }

  private static String text(JsonBytes json) {
    return new String(json.bytes(), StandardCharsets.UTF_8);
  }
}
