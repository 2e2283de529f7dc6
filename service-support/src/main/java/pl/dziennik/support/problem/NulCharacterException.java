package pl.dziennik.support.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text holds U+0000, which PostgreSQL cannot store. */
final class NulCharacterException extends JsonMappingException {
  private static final long serialVersionUID = 1L;

  NulCharacterException(JsonParser parser) {
    super(parser, "U+0000");
  }
}
