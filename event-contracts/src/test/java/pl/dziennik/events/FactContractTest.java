package pl.dziennik.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.events.EntitlementState.Entitlement;
import pl.dziennik.events.EntitlementState.Product;
import pl.dziennik.events.EntitlementState.Source;
import pl.dziennik.events.document.Category;

/** What travels over Kafka, field by field: the samples in {@code golden/} are the contract. */
class FactContractTest {
  private static final UUID ACCOUNT = id(1);
  private static final UUID PUPIL = id(3);
  private static final UUID LINK = id(4);

  static Stream<Fact> everyFact() {
    return Stream.of(
        new AccountState(
            ACCOUNT,
            2,
            AccountState.Status.ENABLED,
            "ola@poczta.example",
            "pl",
            AgeBracket.THIRTEEN_TO_FIFTEEN,
            "mama@poczta.example",
            Instant.parse("2026-09-14T09:41:07.250Z"),
            Instant.parse("2026-09-01T08:00:00Z")),
        new EntitlementState(
            ACCOUNT,
            1,
            List.of(
                new Entitlement(
                    id(2),
                    Product.MOBILE_ADDONS,
                    PUPIL,
                    Instant.parse("2026-09-01T06:00:00Z"),
                    Instant.parse("2026-10-01T06:00:00Z"),
                    Source.TRIAL))),
        new LinkState(
            ACCOUNT,
            LINK,
            1,
            LinkState.Status.LIVE,
            List.of(new LinkState.LinkedPupil(PUPIL, "Łucja"))),
        new PupilHasNews(
            ACCOUNT,
            "GRADES:" + id(5) + ".1",
            LINK,
            PUPIL,
            Category.GRADES,
            Instant.parse("2026-09-14T09:41:07.250Z")),
        new CopyErased(ACCOUNT, LINK, Instant.parse("2026-11-25T10:00:00Z")));
  }

  @Test
  void everyKindOfFactHasASample() {
    assertThat(everyFact().map(Object::getClass))
        .containsExactlyInAnyOrder(Fact.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("everyFact")
  void isWrittenAsTheSampleSays(Fact fact) throws IOException {
    assertThat(tree(FactJson.write(fact))).isEqualTo(golden(fact));
  }

  @ParameterizedTest
  @MethodSource("everyFact")
  void isReadFromTheSample(Fact fact) throws IOException {
    assertThat(FactJson.read(FactJson.typeOf(fact), bytes(golden(fact)))).contains(fact);
  }

  @ParameterizedTest
  @MethodSource("everyFact")
  void isReadAlsoWhenALaterVersionSaysMore(Fact fact) throws IOException {
    ObjectNode later = (ObjectNode) golden(fact);
    later.put("mood", "sunny").putObject("extra").put("deep", true);
    later.forEach(FactContractTest::sayMore);

    assertThat(FactJson.read(FactJson.typeOf(fact), bytes(later))).contains(fact);
  }

  @Test
  void anEarlierAccountStateSaysNothingOfItsPasswordAndAddress() throws IOException {
    AccountState now = (AccountState) everyFact().findFirst().orElseThrow();
    ObjectNode earlier = (ObjectNode) golden(now);
    earlier.remove("credentialsChangedAt");
    earlier.remove("addressVerifiedAt");

    assertThat(FactJson.read(FactJson.typeOf(now), bytes(earlier)))
        .get()
        .isInstanceOfSatisfying(
            AccountState.class,
            state -> {
              assertThat(state.credentialsChangedAt()).isEqualTo(Instant.EPOCH);
              assertThat(state.addressVerifiedAt()).isEqualTo(Instant.EPOCH);
            });
  }

  @Test
  void aTypeOfALaterVersionIsEmpty() throws IOException {
    byte[] payload = "{\"accountId\":\"x\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(FactJson.read("pl.dziennik.account-state.v2", payload)).isEmpty();
  }

  @Test
  void newsOfACategoryOfALaterVersionAreEmpty() throws IOException {
    ObjectNode later = (ObjectNode) sample("pupil-has-news.v1");

    assertThat(readNews(later.put("category", "HOLOGRAMS"))).isEmpty();
    for (JsonNode noWord : List.of(later.textNode(""), later.objectNode())) {
      assertThatThrownBy(() -> readNews(later.set("category", noWord)))
          .as(noWord.toString())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void addonsOfAProductOfALaterVersionAreLeftOut() throws IOException {
    ObjectNode later = (ObjectNode) sample("entitlement-state.v1");
    ArrayNode list = (ArrayNode) later.path("entitlements");
    ObjectNode unknown = list.path(0).deepCopy();
    list.insert(0, unknown.put("product", "HOLOGRAM_ADDONS"));

    EntitlementState read =
        (EntitlementState)
            FactJson.read("pl.dziennik.entitlement-state.v1", bytes(later)).orElseThrow();

    assertThat(read.entitlements())
        .singleElement()
        .satisfies(e -> assertThat(e.product()).isEqualTo(Product.MOBILE_ADDONS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kanarek", "null", "", "[]", "3"})
  void bytesThatAreNoFactAreRefused(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> FactJson.read("pl.dziennik.account-state.v1", payload))
        .isInstanceOf(IOException.class);
  }

  private static Optional<Fact> readNews(JsonNode news) throws IOException {
    return FactJson.read("pl.dziennik.pupil-has-news.v1", bytes(news));
  }

  /** Elements of lists may grow too. */
  private static void sayMore(JsonNode node) {
    if (node.isArray()) {
      node.forEach(element -> ((ObjectNode) element).put("mood", "sunny"));
    }
  }

  private static JsonNode golden(Fact fact) throws IOException {
    return sample(FactJson.typeOf(fact).replace("pl.dziennik.", ""));
  }

  private static JsonNode sample(String type) throws IOException {
    String name = "/golden/" + type + ".json";
    try (InputStream in = FactContractTest.class.getResourceAsStream(name)) {
      return tree(Objects.requireNonNull(in, name).readAllBytes());
    }
  }

  private static JsonNode tree(byte[] json) throws IOException {
    return FactJson.mapper().readTree(json);
  }

  private static byte[] bytes(JsonNode json) throws IOException {
    return FactJson.mapper().writeValueAsBytes(json);
  }

  private static UUID id(int number) {
    return UUID.fromString("0190f3c1-0000-7000-8000-00000000000" + number);
  }
}
