package pl.dziennik.pushreceiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/** An answer with its body, if it has one. */
record Answer(int status, Optional<JsonNode> body) {
  static Answer of(int status) {
    return new Answer(status, Optional.empty());
  }

  static Answer of(int status, JsonNode body) {
    return new Answer(status, Optional.of(body));
  }

  static Answer refused(int status, String reason) {
    return of(status, JsonNodeFactory.instance.objectNode().put("reason", reason));
  }
}
