package pl.dziennik.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import pl.dziennik.events.EntitlementState.Product;
import pl.dziennik.events.document.Category;

/** The JSON of facts and documents, and the CloudEvents type of each fact. */
public final class FactJson {
  private static final String PREFIX = "pl.dziennik.";

  private static final Map<String, Class<? extends Fact>> TYPES =
      Map.of(
          PREFIX + "account-state.v1", AccountState.class,
          PREFIX + "entitlement-state.v1", EntitlementState.class,
          PREFIX + "link-state.v1", LinkState.class,
          PREFIX + "pupil-has-news.v1", PupilHasNews.class,
          PREFIX + "copy-erased.v1", CopyErased.class);

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private FactJson() {}

  /** A mapper for events and documents: ISO instants, unknown fields ignored. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** CloudEvents {@code type} of a fact, e.g. {@code pl.dziennik.link-state.v1}. */
  public static String typeOf(Fact fact) {
    return PREFIX
        + switch (fact) {
          case AccountState _ -> "account-state.v1";
          case EntitlementState _ -> "entitlement-state.v1";
          case LinkState _ -> "link-state.v1";
          case PupilHasNews _ -> "pupil-has-news.v1";
          case CopyErased _ -> "copy-erased.v1";
        };
  }

  public static byte[] write(Fact fact) {
    try {
      return MAPPER.writeValueAsBytes(fact);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a fact that cannot be written: " + fact.getClass(), e);
    }
  }

  /**
   * Reads a fact. Add-ons of a product that this version does not know are left out of their list.
   *
   * @return empty for a type, or news of a category, that this version does not know: to be skipped
   * @throws IOException for bytes that are no such fact: for the dead-letter topic
   */
  public static Optional<Fact> read(String type, byte[] payload) throws IOException {
    Class<? extends Fact> known = TYPES.get(type);
    if (known == null) {
      return Optional.empty();
    }
    JsonNode json = MAPPER.readTree(payload);
    if (json == null || !json.isObject()) {
      throw new IOException("a fact is an object");
    }
    if (known == PupilHasNews.class
        && LaterWords.isUnknown(json.path("category"), Category.class)) {
      return Optional.empty();
    }
    if (known == EntitlementState.class) {
      LaterWords.removeUnknown(json.path("entitlements"), "product", Product.class);
    }
    return Optional.of(MAPPER.treeToValue(json, known));
  }
}
