package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Multikonto: the pupils of an account over all its links. */
@LinkingTest
class FamilyPupilsIT {
  @Inject io.agroal.api.AgroalDataSource dataSource;

  private FamilyWorld family;
  private UUID link = UUID.randomUUID();

  @BeforeEach
  void aLinkedChild() {
    family = new FamilyWorld(dataSource);
    link = family.linked();
  }

  @Test
  void aPupilIsListedWithSchoolAndClass() {
    family.profile(family.school, family.zosia, "Zofia", "Łącka");

    list()
        .statusCode(200)
        .body("items.id", contains(family.zosia.toString()))
        .body("items[0].firstName", equalTo("Zofia"))
        .body("items[0].lastName", equalTo("Łącka"))
        .body("items[0].schoolName", equalTo("SP 7"))
        .body("items[0].className", equalTo("5b"))
        .body("items[0].schoolYear", equalTo("2026/27"))
        .body("items[0].linkId", equalTo(link.toString()))
        .body("items[0].status", equalTo("ACTIVE"))
        .body("items[0].reason", nullValue())
        .body("items[0].complete", equalTo(true))
        .body("items[0].blockedCategories", empty());
  }

  @Test
  void withoutLinksItIsEmpty() {
    family.read(UUID.randomUUID(), "").statusCode(200).body("items", empty());
  }

  @Test
  void aPupilWhoseProfileIsOnItsWayHasTheFirstNameOfTheTicket() {
    list()
        .body("items[0].firstName", equalTo("Zosia"))
        .body("items[0].complete", equalTo(false))
        .body("items[0]", not(org.hamcrest.Matchers.hasKey("lastName")));
  }

  @Test
  void pupilsOfTwoSchoolsComeInPolishOrder() {
    family.profile(family.school, family.zosia, "Zofia", "Łącka");
    add("Adam", "Lis");
    add("Ewa", "Mak");
    add("Celina", "Lis");
    add("Ćwiczek", "Lis");
    add("Daria", "Lis");

    list()
        .body(
            "items.collect { it.lastName + ' ' + it.firstName }",
            contains(
                "Lis Adam", "Lis Celina", "Lis Ćwiczek", "Lis Daria", "Łącka Zofia", "Mak Ewa"));
  }

  @Test
  void aPupilThatTheTicketDoesNotNameIsNotListed() {
    family.access(family.schoolAccount, true, family.zosia, UUID.randomUUID());

    list().body("items.id", contains(family.zosia.toString()));
  }

  @Test
  void aPupilThatMyAccessNoLongerListsIsGoneThoughACopyExists() {
    family.profile(family.school, family.zosia, "Zofia", "Kanarek");
    keptBySomebodyElse();

    family.access(family.schoolAccount, true);

    list().body("items", empty());
  }

  @Test
  void aBlockedSchoolAccountLeavesTheFirstNameAndTheReason() {
    family.profile(family.school, family.zosia, "Zofia", "Kanarek");
    keptBySomebodyElse();

    family.access(family.schoolAccount, false);

    list()
        .body("items[0].firstName", equalTo("Zosia"))
        .body("items[0].status", equalTo("SUSPENDED"))
        .body("items[0].reason", equalTo("SCHOOL_ACCOUNT_BLOCKED"))
        .body(not(containsString("Kanarek")));
  }

  @Test
  void aConsentThatIsDueLeavesTheFirstNameAndTheReason() {
    family.profile(family.school, family.zosia, "Zofia", "Kanarek");
    family.update("update links set status = 'SUSPENDED' where id = ?", link);

    list()
        .body("items[0].reason", equalTo("CONSENT_RENEWAL_DUE"))
        .body(not(containsString("Kanarek")));
  }

  @Test
  void aPupilOfTwoLinksIsListedOnceByTheOneThatOpens() {
    UUID other = UUID.randomUUID();
    UUID second = family.consent(family.parent, other, Map.of(family.zosia, "Zosia"));
    family.access(other, true, family.zosia);
    list().body("items.linkId", contains(link.toString()));

    family.access(family.schoolAccount, false);

    list()
        .body("items.linkId", contains(second.toString()))
        .body("items.status", contains("ACTIVE"));
  }

  @Test
  void blockedCategoriesAreNamed() {
    family.access(family.schoolAccount, true, "\"TIMETABLE\",\"GRADES\"", family.zosia);

    list().body("items[0].blockedCategories", contains("GRADES", "TIMETABLE"));
  }

  @Test
  void anEndedLinkIsGone() {
    family.end(link);

    list().body("items", empty());
  }

  @Test
  void theTagChangesWithTheProfileTheAccessAndTheLink() {
    String tag = list().extract().header("ETag");
    assertThat(status(tag)).isEqualTo(304);
    family.profile(family.school, family.zosia, "Zofia", "Łącka");
    assertThat(status(tag)).isEqualTo(200);

    tag = list().extract().header("ETag");
    family.access(family.schoolAccount, false);
    assertThat(status(tag)).isEqualTo(200);

    tag = list().extract().header("ETag");
    family.end(link);
    assertThat(status(tag)).isEqualTo(200);
  }

  private ValidatableResponse list() {
    return family.read(family.parent, "").statusCode(200);
  }

  private int status(String ifNoneMatch) {
    return FamilyWorld.as(family.parent)
        .header("If-None-Match", ifNoneMatch)
        .get("/family/v1/pupils")
        .statusCode();
  }

  private void keptBySomebodyElse() {
    UUID account = UUID.randomUUID();
    family.consent(UUID.randomUUID(), account, Map.of(family.zosia, "Zosia"));
    family.access(account, true, family.zosia);
  }

  /** A further child of the same parent at a school of its own. */
  private void add(String first, String last) {
    UUID school = UUID.randomUUID();
    UUID account = UUID.randomUUID();
    UUID pupil = UUID.randomUUID();
    family.consent(school, family.parent, account, Map.of(pupil, first));
    family.access(school, account, true, "", pupil);
    family.profile(school, pupil, first, last);
  }
}
