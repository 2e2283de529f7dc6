package pl.dziennik.account;

import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.LinkState;
import pl.dziennik.events.LinkState.LinkedPupil;
import pl.dziennik.events.LinkState.Status;
import pl.dziennik.events.Topics;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.Rows;

/** linking-sync as this service hears it, and what comes of it for somebody with a trial. */
record LinkingFacts(Holder anna, UUID link, KafkaSender sender, AgroalDataSource dataSource) {

  static LinkingFacts ofATrialUnderALiveLink(
      Trials trials, KafkaSender sender, AgroalDataSource dataSource) throws Exception {
    LinkingFacts linking = new LinkingFacts(trials.linked(), UUID.randomUUID(), sender, dataSource);
    linking.tellsLive(linking.link, 1, trials.pupil);
    Patience.until(() -> linking.isLinked(trials.pupil));
    trials.start(linking.anna).then().statusCode(201);
    return linking;
  }

  void tellsLive(UUID id, long version, UUID... pupils) throws Exception {
    tellsLive(anna, id, version, pupils);
  }

  void tellsLive(Holder holder, UUID id, long version, UUID... pupils) throws Exception {
    List<LinkedPupil> linked = Arrays.stream(pupils).map(p -> new LinkedPupil(p, "Zosia")).toList();
    tell(new LinkState(holder.id(), id, version, Status.LIVE, linked));
  }

  void tellsEnded(UUID id, long version) throws Exception {
    tellsEnded(anna, id, version);
  }

  void tellsEnded(Holder holder, UUID id, long version) throws Exception {
    tell(new LinkState(holder.id(), id, version, Status.ENDED, List.of()));
  }

  private void tell(LinkState state) throws Exception {
    String id = state.linkId() + "." + state.version();
    send(state.accountId(), FactJson.typeOf(state), id, json(state));
  }

  void send(UUID key, String type, String id, String payload) throws Exception {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.LINKING_FACTS, key.toString(), bytes(payload));
    CloudEvents.write(record.headers(), type, id, "/linking-sync-service", key.toString());
    sender.producer().send(record).get();
  }

  /** One partition, so what was sent before this has been handled when this has. */
  void marker() throws Exception {
    UUID some = UUID.randomUUID();
    tellsLive(new Holder(anna.person(), UUID.randomUUID()), UUID.randomUUID(), 1, some);
    Patience.until(() -> isLinked(some));
  }

  /** The pupil in the holder's one entitlement; null when only the hash is kept. */
  @Nullable String listed() {
    return anna.asks()
        .get(Trials.ENTITLEMENTS)
        .then()
        .statusCode(200)
        .extract()
        .path("[0].pupilId");
  }

  List<EntitlementState> told() {
    return FactsSeen.of(anna.id(), EntitlementState.class);
  }

  EntitlementState lastTold() {
    untilAllIsTold();
    return told().getLast();
  }

  /** What has been decided reaches the topic a moment later. */
  void untilAllIsTold() {
    Patience.until(() -> count("outbox where message_key = ?", anna.id().toString()) == 0);
  }

  boolean isLinked(UUID pupilId) {
    return links(pupilId) > 0;
  }

  long links(UUID pupilId) {
    return count("link_pupils where pupil_id = ?", pupilId);
  }

  long parked() {
    return count("parked_messages where message_key = ?", anna.id().toString());
  }

  long count(String from, Object value) {
    return Rows.count(dataSource, from, value);
  }

  private static String json(Fact fact) {
    return new String(FactJson.write(fact), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
