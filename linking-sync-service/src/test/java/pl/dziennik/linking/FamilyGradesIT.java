package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.testkit.Patience;

/** One read of documents, with its ETag and its first download, by the example of grades. */
@LinkingTest
class FamilyGradesIT {
  private static final String FOUR = FamilyWorld.item("2026-11-24T09:00:00Z", "\"value\":\"4+\"");
  private static final String FIVE = FamilyWorld.item("2027-02-24T09:00:00Z", "\"value\":\"5\"");

  @Inject io.agroal.api.AgroalDataSource dataSource;

  private FamilyWorld family;
  private UUID link = UUID.randomUUID();

  @BeforeEach
  void aLinkedChild() {
    family = new FamilyWorld(dataSource);
    link = family.linked();
  }

  @AfterEach
  void synergiaAnswersAgain() {
    StubSynergia.ANSWER.set(0);
  }

  @Test
  void theFamilyReadsTheDocumentsAsTheyCame() {
    family.grades(family.zosia, FamilyWorld.TERM, FOUR);

    String body = family.read("/grades").statusCode(200).extract().asString();

    assertThat(body)
        .isEqualTo(
            "{\"pupilId\":\"%s\",\"linkId\":\"%s\",\"complete\":true,\"terms\":[{\"period\":\"%s\",\"items\":[%s]}]}"
                .formatted(family.zosia, link, FamilyWorld.TERM, FOUR));
  }

  @Test
  void termsComeInOrderAndOneCanBeChosen() {
    family.grades(family.zosia, "2026/27-2", FIVE);
    family.grades(family.zosia, "2026/27-1", FOUR);

    family.read("/grades").body("terms.period", contains("2026/27-1", "2026/27-2"));
    family
        .read("/grades?term=2026/27-2")
        .statusCode(200)
        .body("terms.period", contains("2026/27-2"))
        .body("terms[0].items[0].value", equalTo("5"));
    family
        .read("/grades?term=2025/26-1")
        .statusCode(200)
        .body("terms", empty())
        .body("complete", equalTo(true));
  }

  @Test
  void aDocumentWithoutMembersIsStillJson() {
    family.store(family.school, Audience.pupil(family.zosia), Category.GRADES, "2026/27-1", " {} ");

    family.read("/grades").statusCode(200).body("terms.period", contains("2026/27-1"));
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    family.grades(family.zosia, FamilyWorld.TERM, FOUR);
    String tag = family.read("/grades").extract().header("ETag");
    assertThat(tag).startsWith("\"").endsWith("\"");

    assertThat(status(tag)).isEqualTo(304);
    assertThat(status("\"x\", W/" + tag)).isEqualTo(304);
    assertThat(status("*")).isEqualTo(304);
    assertThat(status("\"x\"")).isEqualTo(200);
    family
        .read("/grades")
        .header("Cache-Control", equalTo("private, no-cache"))
        .header("Vary", equalTo("Authorization"))
        .header("ETag", equalTo(tag));
    family.grades(family.zosia, FamilyWorld.TERM, FIVE);
    assertThat(status(tag)).isEqualTo(200);
    family.read("/grades").header("ETag", not(equalTo(tag)));
  }

  @Test
  void aNewAccessDocumentIsANewTag() {
    family.grades(family.zosia, FamilyWorld.TERM, FOUR);
    String tag = family.read("/grades").extract().header("ETag");

    family.access(family.schoolAccount, true, family.zosia);

    assertThat(status(tag)).isEqualTo(200);
  }

  @Test
  void aBlockEndsA304() {
    family.grades(family.zosia, FamilyWorld.TERM, FOUR);
    String tag = family.read("/grades").extract().header("ETag");

    family.access(family.schoolAccount, true, "\"GRADES\"", family.zosia);

    assertThat(status(tag)).isEqualTo(409);
    assertThat(status("*")).isEqualTo(409);
  }

  @Test
  void aSuspensionAndAnEndEndA304() {
    family.grades(family.zosia, FamilyWorld.TERM, FOUR);
    String tag = family.read("/grades").extract().header("ETag");

    family.update("update links set status = 'SUSPENDED' where id = ?", link);
    assertThat(status(tag)).isEqualTo(409);
    family.end(link);
    assertThat(status(tag)).isEqualTo(404);
  }

  @Test
  void beforeTheAccessDocumentThereIsNothingYet() {
    UUID other = UUID.randomUUID();
    UUID awaited =
        family.consent(other, UUID.randomUUID(), java.util.Map.of(family.zosia, "Zosia"));
    family.grades(family.zosia, FamilyWorld.TERM, FOUR);

    family
        .read(other, "/" + family.zosia + "/grades")
        .statusCode(200)
        .body("complete", equalTo(false))
        .body("linkId", equalTo(awaited.toString()))
        .body("terms", empty());
  }

  @Test
  void aYoungScopeWithoutDocumentsIsIncompleteAndAnOldOneEmpty() {
    family.read("/grades").statusCode(200).body("complete", equalTo(false)).body("terms", empty());
    String tag = family.read("/grades").extract().header("ETag");

    family.scopesAreOld();
    Patience.until(() -> waiting() == 0);

    family.read("/grades").statusCode(200).body("complete", equalTo(false));
    family.profile(family.school, family.zosia, "Zosia", "Łącka");
    family.read("/grades").statusCode(200).body("complete", equalTo(true)).body("terms", empty());
    assertThat(status(tag)).isEqualTo(200);
  }

  @Test
  void whatSynergiaHasNotHeardOfIsIncomplete() {
    StubSynergia.ANSWER.set(503);
    FamilyWorld late = new FamilyWorld(dataSource);
    late.linked();
    late.profile(late.school, late.zosia, "Zosia", "Łącka");
    late.scopesAreOld();

    late.read("/grades").statusCode(200).body("complete", equalTo(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2026/27", "2026%2F27-1%00", "2026/27-1' or true--"})
  void aTermThatIsNoneIsRefused(String term) {
    family
        .read("/grades?term=" + term.replace(" ", "%20").replace("'", "%27"))
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void aRefusedTermIsNamed() {
    family
        .read("/grades?term=x")
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors[0].field", equalTo("term"));
  }

  private int status(String ifNoneMatch) {
    return FamilyWorld.as(family.parent)
        .header("If-None-Match", ifNoneMatch)
        .get("/family/v1/pupils/" + family.zosia + "/grades")
        .statusCode();
  }

  private long waiting() {
    return family.in(
        c ->
            Statements.list(
                    c,
                    "select count(*) from register_outbox where school_id = ?",
                    (Row r) -> r.big(1),
                    family.school)
                .getFirst());
  }
}
