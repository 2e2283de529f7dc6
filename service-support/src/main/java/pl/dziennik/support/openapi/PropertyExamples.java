package pl.dziennik.support.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * Values that a service gives for its properties, by {@code Schema.property} or by {@code property}
 * alone, in {@code openapi-examples.json}.
 */
record PropertyExamples(Map<String, Object> values) {
  private static final String FILE = "openapi-examples.json";

  static PropertyExamples ofService() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(FILE)) {
      return new PropertyExamples(
          in == null ? Map.of() : new ObjectMapper().readValue(in, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  Optional<Object> of(String schema, String property) {
    return Optional.ofNullable(values.getOrDefault(schema + "." + property, values.get(property)));
  }
}
