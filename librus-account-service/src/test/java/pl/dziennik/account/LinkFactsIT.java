package pl.dziennik.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.EntitlementState.Entitlement;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.LinkState;
import pl.dziennik.events.LinkState.LinkedPupil;
import pl.dziennik.events.LinkState.Status;
import pl.dziennik.events.Topics;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.kafka.DeadLetters;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;

/** What linking-sync tells: a pupil without any link is not kept by id, and comes back with one. */
@AccountTest
@SuppressWarnings("NullAway.Init") // Set before each test.
class LinkFactsIT {
  private static final String ENTITLEMENTS = "/accounts/v1/me/entitlements";

  @Inject MockMailbox mailbox;
  @Inject FakeIdentity identity;
  @Inject AgroalDataSource dataSource;
  @Inject KafkaSender sender;

  private final UUID pupil = UUID.randomUUID();
  private final UUID link = UUID.randomUUID();
  private Holder anna;

  @BeforeEach
  void aTrialUnderALiveLink() throws Exception {
    anna = Holder.somebody(mailbox, identity);
    StubLinking.link(anna.id(), pupil);
    tell(live(link, 1, pupil));
    await(() -> isLinked(pupil));
    trial(anna).then().statusCode(201);
  }

  @Test
  void whenTheLastLinkEndsOnlyAHashStays() throws Exception {
    tell(ended(link, 2));

    await(() -> listed() == null);
    assertThat(holding(pupil)).isEmpty();
    assertThat(lastTold().entitlements()).isEmpty();
  }

  @Test
  void aTriedPupilWhoIsLinkedAgainIsRecognised() throws Exception {
    tell(ended(link, 2));
    await(() -> listed() == null);
    tell(live(UUID.randomUUID(), 1, pupil));

    await(() -> pupil.toString().equals(listed()));
    assertThat(lastTold().entitlements()).singleElement().returns(pupil, Entitlement::pupilId);
    Holder adam = Holder.somebody(mailbox, identity);
    StubLinking.link(adam.id(), pupil);
    trial(adam).then().statusCode(409).body("code", equalTo("trial-used"));
  }

  @Test
  void aLinkOfTheOtherParentKeepsThePupil() throws Exception {
    Holder adam = Holder.somebody(mailbox, identity);
    UUID his = UUID.randomUUID();
    tell(adam, live(adam, his, 1, pupil));
    await(() -> links(pupil) == 2);
    tell(ended(link, 2));
    await(() -> links(pupil) == 1);

    assertThat(listed()).isEqualTo(pupil.toString());
    tell(adam, new LinkState(adam.id(), his, 2, Status.ENDED, List.of()));
    await(() -> listed() == null);
  }

  @Test
  void aPupilWhoLeavesALinkIsForgottenToo() throws Exception {
    UUID sister = UUID.randomUUID();
    tell(live(link, 2, sister));

    await(() -> isLinked(sister) && listed() == null);
    assertThat(isLinked(pupil)).isFalse();
  }

  @Test
  void endedIsFinalAndALowerVersionIsLate() throws Exception {
    UUID sister = UUID.randomUUID();
    tell(live(link, 5, pupil, sister));
    await(() -> isLinked(sister));
    tell(live(link, 4, pupil));
    tell(ended(link, 3));
    tell(live(link, 9, pupil, sister));
    marker();

    assertThat(isLinked(pupil)).isFalse();
    assertThat(isLinked(sister)).isFalse();
    assertThat(listed()).isNull();
  }

  @Test
  void theSameFactTwiceIsOneEffect() throws Exception {
    tell(ended(link, 2));
    tell(ended(link, 2));
    tell(live(link, 1, pupil));
    marker();

    untilAllIsTold();
    assertThat(told()).hasSize(2);
    assertThat(count("select count(*) from inbox where message_id = ?", link + ".2")).isEqualTo(1);
  }

  @Test
  void bytesThatAreNoFactGoToTheDeadLettersAndHoldNobodyUp() throws Exception {
    String poison = "poison " + link;
    send(anna.id(), "pl.dziennik.link-state.v1", "p1" + link, poison);
    sender
        .producer()
        .send(new ProducerRecord<>(Topics.LINKING_FACTS, anna.id().toString(), bytes(poison + "!")))
        .get();
    send(anna.id(), "pl.dziennik.hologram.v1", "p2" + link, "{}");
    tell(ended(link, 2));

    await(() -> listed() == null);
    assertThat(
            FactsSeen.records(Topics.LINKING_FACTS + DeadLetters.SUFFIX).stream()
                .map(r -> new String(r.value(), StandardCharsets.UTF_8))
                .filter(v -> v.startsWith(poison)))
        .containsExactly(poison, poison + "!");
  }

  @Test
  void aFactThatCannotBeHandledParksItsKeyAndNobodyElsesAndTheEndPassesIt() throws Exception {
    UUID sister = UUID.randomUUID();
    send(anna.id(), "pl.dziennik.link-state.v1", "half" + link, "{\"version\":3,\"pupils\":[]}");
    tell(live(link, 2, pupil, sister));
    marker();
    assertThat(parked()).isEqualTo(2);
    assertThat(isLinked(sister)).isFalse();

    tell(ended(link, 3));

    await(() -> listed() == null);
    assertThat(holding(sister)).isEmpty();
    assertThat(parked()).isEqualTo(1);
  }

  private long parked() throws SQLException {
    return count(
        "select count(*) from parked_messages where message_key = ?", anna.id().toString());
  }

  private Response trial(Holder holder) {
    return holder.asks().body(Map.of("pupilId", pupil)).post("/accounts/v1/me/trials");
  }

  /** The pupil in the holder's one entitlement; null when only the hash is kept. */
  private @Nullable String listed() {
    return anna.asks().get(ENTITLEMENTS).then().statusCode(200).extract().path("[0].pupilId");
  }

  private LinkState live(UUID id, long version, UUID... pupils) {
    return live(anna, id, version, pupils);
  }

  private static LinkState live(Holder holder, UUID id, long version, UUID... pupils) {
    return new LinkState(
        holder.id(),
        id,
        version,
        Status.LIVE,
        Arrays.stream(pupils).map(p -> new LinkedPupil(p, "Zosia")).toList());
  }

  private LinkState ended(UUID id, long version) {
    return new LinkState(anna.id(), id, version, Status.ENDED, List.of());
  }

  private void tell(LinkState state) throws Exception {
    tell(anna, state);
  }

  private void tell(Holder holder, LinkState state) throws Exception {
    String id = state.linkId() + "." + state.version();
    send(holder.id(), FactJson.typeOf(state), id, json(state));
  }

  /** One partition, so what was sent before this has been handled when this has. */
  private void marker() throws Exception {
    Holder other = new Holder(anna.person(), UUID.randomUUID());
    UUID some = UUID.randomUUID();
    tell(other, live(other, UUID.randomUUID(), 1, some));
    await(() -> isLinked(some));
  }

  private void send(UUID key, String type, String id, String payload) throws Exception {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.LINKING_FACTS, key.toString(), bytes(payload));
    CloudEvents.write(record.headers(), type, id, "/linking-sync-service", key.toString());
    sender.producer().send(record).get();
  }

  private List<EntitlementState> told() {
    return FactsSeen.of(anna.id(), EntitlementState.class);
  }

  private EntitlementState lastTold() {
    untilAllIsTold();
    return told().getLast();
  }

  /** What has been decided reaches the topic a moment later. */
  private void untilAllIsTold() {
    await(
        () ->
            count("select count(*) from outbox where message_key = ?", anna.id().toString()) == 0);
  }

  private boolean isLinked(UUID pupilId) throws SQLException {
    return links(pupilId) > 0;
  }

  private long links(UUID pupilId) throws SQLException {
    return count("select count(*) from link_pupils where pupil_id = ?", pupilId);
  }

  private List<String> holding(UUID id) throws SQLException {
    return Tables.holding(dataSource, id.toString());
  }

  private long count(String sql, Object value) throws SQLException {
    return Transactions.in(
        dataSource, tx -> Statements.list(tx, sql, (Row r) -> r.big(1), value).getFirst());
  }

  private static String json(Fact fact) {
    return new String(FactJson.write(fact), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void await(Callable<Boolean> condition) {
    Patience.until(condition);
  }
}
