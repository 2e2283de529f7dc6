package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.Generations;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.linking.sync.SchoolEpochs;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;

/** Documents from a real broker into the copy, and registers on their way to Synergia. */
@LinkingTest
class IntakeIT {
  @Inject io.agroal.api.AgroalDataSource dataSource;
  @Inject KafkaSender sender;

  private CopiedChild child;
  private DocumentTopic topic;
  private UUID link = UUID.randomUUID();

  @BeforeEach
  void aConsentedChild() {
    StubSynergia.CALLS.clear();
    child = new CopiedChild(dataSource);
    topic = new DocumentTopic(sender, child.school);
    link = child.consent();
  }

  @AfterEach
  void synergiaAnswersAgain() {
    StubSynergia.ANSWER.set(0);
  }

  @Test
  void aConsentIsTakenToSynergiaAndTheFamilysFactToKafka() {
    Patience.until(() -> child.isRegistered("/grants/" + link, "LIVE"));
    Patience.until(
        () -> child.isRegistered("/scopes/ACCOUNT:" + child.account + "/ACCESS", "\"number\""));
    Patience.until(
        () ->
            child.count("select count(*) from register_outbox where school_id = ?", child.school)
                == 0);
    assertThat(StubSynergia.CALLS.stream().filter(c -> c.contains("/grants/" + link)).toList())
        .singleElement()
        .satisfies(c -> assertThat(c).contains("\"epoch\":7", "\"ticket\":\"a.b.c\""));
    Patience.until(
        () ->
            child.count(
                    "select count(*) from outbox where message_key = ?", child.consumer.toString())
                == 0);
  }

  @Test
  void anAccessDocumentBeginsTheScopesItGrantsAlsoWhenItComesTwice() throws Exception {
    topic.send("ACCOUNT:" + child.account, "ACCESS", "-", 1, child.access());
    topic.send("ACCOUNT:" + child.account, "ACCESS", "-", 1, child.access());
    Patience.until(
        () -> child.isRegistered("/scopes/PUPIL:" + child.pupil + "/GRADES", "heldPeriods"));
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1", 3, child.grades("4"));
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1", 3, child.grades("4"));
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1", 2, child.grades("3"));
    topic.send("PUPIL:" + child.pupil, "PROFILE", "-", 1, "{\"firstName\":\"Zosia\"}");
    Patience.until(() -> child.documents("PROFILE") == 1);

    assertThat(child.content("GRADES")).isEqualTo(child.grades("4"));
    assertThat(child.count("select count(*) from timeline where school_id = ?", child.school))
        .isEqualTo(1);
  }

  @Test
  void aDocumentThatNoLinkNeedsIsDropped() throws Exception {
    String stranger = "PUPIL:" + UUID.randomUUID();
    topic.send(stranger, "GRADES", "2026/27-1", 1, child.grades("1"));
    topic.fence(stranger);

    assertThat(child.documents("GRADES")).isZero();
  }

  /** Sync rule 21: nothing is stored before the comparison, which is tried until it is answered. */
  @Test
  void aRestoredCopyIsReleasedWhenSynergiaHasBeenAsked() throws Exception {
    topic.send("ACCOUNT:" + child.account, "ACCESS", "-", 1, child.access());
    Patience.until(() -> child.documents("ACCESS") == 1);
    StubSynergia.ANSWER.set(503);
    long epoch =
        Transactions.in(dataSource, c -> Generations.raiseEpoch(c, java.time.Clock.systemUTC()));
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1", 1, child.grades("4"));
    topic.fence("PUPIL:" + child.pupil);
    assertThat(isQuarantined()).isTrue();
    StubSynergia.CALLS.clear();
    StubSynergia.ANSWER.set(0);

    Patience.until(() -> !isQuarantined());
    Patience.until(
        () ->
            child.isRegistered(
                "/scopes/ACCOUNT:" + child.account + "/ACCESS", "\"epoch\":" + epoch));
    Patience.until(() -> child.isRegistered("/grants/" + link, "LIVE"));
    assertThat(child.documents("GRADES")).as("came before the comparison").isZero();
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1", 2, child.grades("5"));
    Patience.until(() -> child.documents("GRADES") == 1);
  }

  @Test
  void aWithdrawalErasesAtOnceAndReachesSynergiaWhenItIsBack() throws Exception {
    topic.send("ACCOUNT:" + child.account, "ACCESS", "-", 1, child.access());
    Patience.until(
        () -> child.isRegistered("/scopes/PUPIL:" + child.pupil + "/GRADES", "heldPeriods"));
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1", 1, child.grades("4"));
    Patience.until(() -> child.documents("GRADES") == 1);
    StubSynergia.ANSWER.set(503);
    Transactions.in(dataSource, c -> LinkLife.end(c, link, EndReason.CONSENT_WITHDRAWN));

    for (String table : List.of("documents", "timeline", "scopes", "parked_documents")) {
      assertThat(
              child.count("select count(*) from " + table + " where school_id = ?", child.school))
          .isZero();
    }
    assertThat(child.count("select count(*) from link_pupils where pupil_id = ?", child.pupil))
        .isZero();
    topic.send("PUPIL:" + child.pupil, "GRADES", "2026/27-1", 2, child.grades("5"));
    assertThat(
            child.count("select count(*) from register_outbox where school_id = ?", child.school))
        .isPositive();
    StubSynergia.ANSWER.set(0);
    Patience.until(() -> child.isRegistered("/grants/" + link, "ENDED"));
    Patience.until(
        () ->
            child.count("select count(*) from register_outbox where school_id = ?", child.school)
                == 0);
    topic.fence("PUPIL:" + child.pupil);
    assertThat(child.documents("GRADES")).isZero();
  }

  private boolean isQuarantined() throws SQLException {
    return Transactions.in(dataSource, c -> SchoolEpochs.isQuarantined(c, child.school));
  }
}
