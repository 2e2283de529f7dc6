package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.Topics;
import pl.dziennik.events.document.DocumentHeaders;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.testkit.Patience;

/** What comes from the broker and is no document, or none that can be read. */
@LinkingTest
class IntakePoisonIT {
  @Inject io.agroal.api.AgroalDataSource dataSource;
  @Inject KafkaSender sender;

  private CopiedChild child;
  private DocumentTopic topic;

  @BeforeEach
  void aConsentedChild() {
    StubSynergia.CALLS.clear();
    child = new CopiedChild(dataSource);
    topic = new DocumentTopic(sender, child.school);
    child.consent();
  }

  @AfterEach
  void synergiaAnswersAgain() {
    StubSynergia.ANSWER.set(0);
  }

  @Test
  void bytesThatAreNoDocumentGoToTheDeadLettersAndHoldNobodyUp() throws Exception {
    ProducerRecord<String, byte[]> poison =
        new ProducerRecord<>(
            Topics.DOCUMENTS,
            "ACCOUNT:" + child.account,
            ("poison " + child.school).getBytes(StandardCharsets.UTF_8));
    topic.send(poison);
    ProducerRecord<String, byte[]> wrong =
        topic.record("ACCOUNT:" + child.account, "ACCESS", "-", 1, child.access());
    CloudEvents.put(wrong.headers(), DocumentHeaders.VERSION, "many");
    topic.send(wrong);
    ProducerRecord<String, byte[]> later =
        topic.record("ACCOUNT:" + child.account, "ACCESS", "-", 1, child.access());
    CloudEvents.put(later.headers(), DocumentHeaders.CATEGORY, "HOLOGRAMS");
    topic.send(later);
    topic.send("ACCOUNT:" + child.account, "ACCESS", "-", 2, child.access());

    Patience.until(() -> child.documents("ACCESS") == 1);
    assertThat(topic.deadLetters("ACCOUNT:" + child.account, 2))
        .contains("poison " + child.school)
        .contains(child.access())
        .hasSize(2);
  }

  @Test
  void aDocumentThatCannotBeReadIsParkedWithoutItsContentAndAskedForAgain() throws Exception {
    topic.send("ACCOUNT:" + child.account, "ACCESS", "-", 1, child.access());
    Patience.until(
        () -> child.isRegistered("/scopes/PUPIL:" + child.pupil + "/GRADES", "heldPeriods"));
    StubSynergia.CALLS.clear();
    String poison = "{\"items\":[{\"itemId\":\"Kanarek\"}]}";
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1", 1, poison);

    Patience.until(
        () ->
            child.count("select count(*) from parked_documents where school_id = ?", child.school)
                == 1);
    assertThat(child.documents("GRADES")).isZero();
    Patience.until(
        () -> child.isRegistered("/scopes/PUPIL:" + child.pupil + "/GRADES", "heldPeriods"));
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1", 2, child.grades("4"));
    Patience.until(() -> child.documents("GRADES") == 1);
    assertThat(
            child.count("select count(*) from parked_documents where school_id = ?", child.school))
        .isZero();
  }

  /** What no column holds and no reader reads is parked; the next document of the key passes. */
  @Test
  void noContentStopsThePartition() throws Exception {
    for (String poison : List.of("null", "[]", "{}", "{\"pupils\":[null]}", "not json", "")) {
      topic.send("ACCOUNT:" + child.account, "ACCESS", "-", 1, poison);
    }
    topic.send("ACCOUNT:" + child.account, "ACCESS", "-", 2, child.access());
    Patience.until(() -> child.documents("ACCESS") == 1);
    topic.send(
        "PUPIL:" + child.pupil,
        "GRADES",
        "2026/27-1",
        1,
        child.grades("4").replace(Instant.EPOCH.toString(), "+999999999-01-01T00:00:00Z"));
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1\0", 1, child.grades("4"));
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1", 2, child.grades("5"));

    Patience.until(() -> child.documents("GRADES") == 1);
    assertThat(child.content("GRADES")).isEqualTo(child.grades("5"));
    assertThat(child.content("ACCESS")).isEqualTo(child.access());
  }
}
