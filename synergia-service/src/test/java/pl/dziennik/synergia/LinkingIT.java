package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The registers over HTTP and the documents that come out of Kafka because of them. */
@SynergiaTest
class LinkingIT {

  @Test
  void aLinkedChildsDocumentsAreDownloadedAndKeptInStep() {
    GradebookFixture book = GradebookFixture.ready();
    LinkFixture link = LinkFixture.signedIn(book);
    link.grade("4");
    link.need(link.access(), "ACCESS", 1);
    link.live().then().statusCode(200);
    link.need(link.pupil(), "GRADES", 2);

    try (PublishedDocuments out = new PublishedDocuments(book.school().id())) {
      JsonNode access = out.await(link.access(), "ACCESS", m -> true).body();
      assertThat(access.path("enabled").asBoolean()).isTrue();
      assertThat(access.at("/pupils/0/pupilId").asText()).isEqualTo(book.a().pupil().toString());
      assertThat(access.at("/pupils/0/classIds/0").asText())
          .isEqualTo(book.a().classId().toString());
      PublishedDocuments.Message first =
          out.await(link.pupil(), "GRADES", m -> m.body().path("items").size() == 1);
      assertThat(first.epoch()).isEqualTo(link.epoch());
      assertThat(first.genNumber()).isEqualTo(2);
      assertThat(first.period()).isEqualTo("2026/27-1");

      link.grade("5");
      PublishedDocuments.Message second =
          out.await(link.pupil(), "GRADES", m -> m.body().path("items").size() == 2);
      assertThat(second.version()).isGreaterThan(first.version());
    }
  }

  @Test
  void aChildWhomNobodyLinkedNeverLeaves() {
    GradebookFixture book = GradebookFixture.ready();
    LinkFixture link = LinkFixture.signedIn(book);
    link.live().then().statusCode(200);
    link.need("PUPIL:" + book.b().pupil(), "PROFILE", 1);
    link.need("CLASS:" + book.b().classId(), "TIMETABLE", 1, "2026-W48");
    link.need("ACCOUNT:" + book.b().guardianAccount(), "ACCESS", 1);
    link.need(link.pupil(), "PROFILE", 1);

    try (PublishedDocuments out = new PublishedDocuments(book.school().id())) {
      out.await(link.pupil(), "PROFILE", m -> m.body().path("firstName").asText().equals("Zosia"));
      link.grade("3");
      assertThat(out.all("PUPIL:" + book.b().pupil(), "PROFILE")).isEmpty();
      assertThat(out.all("CLASS:" + book.b().classId(), "TIMETABLE")).isEmpty();
      assertThat(out.all("ACCOUNT:" + book.b().guardianAccount(), "ACCESS")).isEmpty();
      assertThat(out.all(link.pupil(), "GRADES")).as("a scope nobody asked for").isEmpty();
    }
  }

  @Test
  void anEndIsFinalAndNothingIsRenderedAfterIt() {
    GradebookFixture book = GradebookFixture.ready();
    LinkFixture link = LinkFixture.signedIn(book);
    link.live().then().statusCode(200);
    link.need(link.pupil(), "GRADES", 1);
    link.grade("4");
    try (PublishedDocuments out = new PublishedDocuments(book.school().id())) {
      out.await(link.pupil(), "GRADES", m -> m.body().path("items").size() == 1);

      link.ended().then().statusCode(200);
      link.ended().then().statusCode(200);
      link.live().then().statusCode(409).body("code", equalTo("grant-ended"));
      int before = out.all(link.pupil(), "GRADES").size();
      link.grade("5");
      LinkFixture second = LinkFixture.signedIn(book);
      second.live().then().statusCode(200);
      second.need(link.access(), "ACCESS", 1);
      out.await(link.access(), "ACCESS", m -> true);

      // The second grant makes the scope live again: the grade of in between comes under it only.
      assertThat(out.all(link.pupil(), "GRADES").size()).isBetween(before, before + 1);
    }
  }

  @Test
  void aRestoreThatLinkingSyncHasSeenRaisesTheEpochOnce() {
    LinkFixture link = LinkFixture.signedIn(GradebookFixture.ready());
    link.live().then().statusCode(200);
    Map<String, Object> seen = Map.of("known", link.epoch(), "above", 9_000_000_000L);

    LinkFixture.asLinkingSync()
        .body(seen)
        .put(link.path("/epoch"))
        .then()
        .statusCode(200)
        .body("epoch", equalTo(9_000_000_001L));
    LinkFixture.asLinkingSync()
        .body(seen)
        .put(link.path("/epoch"))
        .then()
        .statusCode(200)
        .body("epoch", equalTo(9_000_000_001L));
    link.live().then().statusCode(409).body("code", equalTo("epoch-differs"));
    link.live(9_000_000_001L).then().statusCode(200);
    LinkFixture.asLinkingSync()
        .get("/internal/v1/schools")
        .then()
        .statusCode(200)
        .body("$", hasItem(link.book().school().id().toString()));
  }

  @Test
  void anEndThatComesBeforeItsLiveIsKept() {
    LinkFixture link = LinkFixture.signedIn(GradebookFixture.ready());

    link.ended().then().statusCode(200);

    link.live().then().statusCode(409).body("code", equalTo("grant-ended"));
  }

  @Test
  void onlyTheTicketOfThisLinkInThisSchoolOpensIt() {
    GradebookFixture book = GradebookFixture.ready();
    LinkFixture link = LinkFixture.signedIn(book);
    LinkFixture other = LinkFixture.signedIn(book);

    link.grant(Map.of("state", "LIVE", "epoch", link.epoch(), "ticket", other.ticket()))
        .then()
        .statusCode(422)
        .body("code", equalTo("bad-ticket"))
        .body("errors.field", hasItem("ticket"));
    link.grant(Map.of("state", "LIVE", "epoch", link.epoch(), "ticket", "a.b.c"))
        .then()
        .statusCode(422);
    link.grant(Map.of("state", "LIVE", "epoch", link.epoch())).then().statusCode(422);
    LinkFixture elsewhere = LinkFixture.signedIn(GradebookFixture.ready());
    LinkFixture.asLinkingSync()
        .body(Map.of("state", "LIVE", "epoch", link.epoch(), "ticket", link.ticket()))
        .put(elsewhere.path("/grants/" + link.link()))
        .then()
        .statusCode(422);
    link.live(link.epoch() - 1)
        .then()
        .statusCode(409)
        .body("code", equalTo("epoch-differs"))
        .body("epoch", equalTo((int) link.epoch()));
  }

  @Test
  void aBlockedCategoryDisappearsAndComesBack() {
    GradebookFixture book = GradebookFixture.ready();
    LinkFixture link = LinkFixture.signedIn(book);
    link.live().then().statusCode(200);
    link.need(link.access(), "ACCESS", 1);
    link.need(link.pupil(), "GRADES", 1);
    link.grade("4");
    try (PublishedDocuments out = new PublishedDocuments(book.school().id())) {
      out.await(link.pupil(), "GRADES", m -> m.body().path("items").size() == 1);
      share(book, "\"b\"", List.of("GRADES")).statusCode(200);
      out.await(link.access(), "ACCESS", m -> !m.body().path("blockedCategories").isEmpty());
      int before = out.all(link.pupil(), "GRADES").size();
      link.grade("5");
      LinkFixture.asLinkingSync()
          .get(link.path("/reconciliation/scopes"))
          .then()
          .statusCode(200)
          .body("find { it.category == 'GRADES' }.live", equalTo(false));

      share(book, "\"b\"", List.of()).statusCode(412);
      share(book, "\"bGRADES\"", List.of()).statusCode(200);

      PublishedDocuments.Message back =
          out.await(link.pupil(), "GRADES", m -> m.body().path("items").size() == 2);
      assertThat(out.all(link.pupil(), "GRADES").indexOf(back)).isEqualTo(before);
    }
  }

  @Test
  void aDisabledAccountIsToldToTheCopyAndANewClassAsWell() {
    GradebookFixture book = GradebookFixture.ready();
    LinkFixture link = LinkFixture.signedIn(book);
    link.live().then().statusCode(200);
    link.need(link.access(), "ACCESS", 1);
    try (PublishedDocuments out = new PublishedDocuments(book.school().id())) {
      status(book, false).statusCode(200);
      out.await(link.access(), "ACCESS", m -> !m.body().path("enabled").asBoolean());
      LinkFixture.asSigningIn(book, book.a().guardianAccount())
          .body(Map.of("linkId", UUID.randomUUID(), "accountId", UUID.randomUUID()))
          .post("/internal/v1/grant-tickets")
          .then()
          .statusCode(403);
      status(book, true).statusCode(200);
      book.school()
          .asAdministrator()
          .body(Map.of("classId", book.b().classId()))
          .post("/synergia/v1/pupils/" + book.a().pupil() + "/class-changes")
          .then()
          .statusCode(201);
      out.await(
          link.access(),
          "ACCESS",
          m -> m.body().at("/pupils/0/classIds/0").asText().equals(book.b().classId().toString()));
    }
  }

  @Test
  void theListsToCompareNameGrantsScopesAndDocuments() {
    GradebookFixture book = GradebookFixture.ready();
    LinkFixture link = LinkFixture.signedIn(book);
    link.live().then().statusCode(200);
    link.need(link.pupil(), "PROFILE", 7);

    LinkFixture.asLinkingSync()
        .get(link.path("/reconciliation/grants"))
        .then()
        .statusCode(200)
        .body("items[0].linkId", equalTo(link.link().toString()))
        .body("items[0].state", equalTo("LIVE"))
        .body("items[0].consumerAccountId", equalTo(link.consumer().toString()))
        .body("items[0].ticket", equalTo(null));
    LinkFixture.asLinkingSync()
        .get(link.path("/reconciliation/scopes"))
        .then()
        .body("[0].generation.number", equalTo(7))
        .body("[0].live", equalTo(true));
    LinkFixture.asLinkingSync()
        .get(link.path("/reconciliation/documents"))
        .then()
        .body("[0].category", equalTo("PROFILE"))
        .body("[0].hash", not(equalTo("")));
    LinkFixture.asLinkingSync()
        .get("/internal/v1/schools/" + UUID.randomUUID() + "/reconciliation/grants")
        .then()
        .statusCode(404);
  }

  private static io.restassured.response.ValidatableResponse share(
      GradebookFixture book, String tag, List<String> blocked) {
    return book.school()
        .asAdministrator()
        .header("If-Match", tag)
        .body(Map.of("blockedCategories", blocked))
        .put("/synergia/v1/sharing-policy")
        .then();
  }

  private static io.restassured.response.ValidatableResponse status(
      GradebookFixture book, boolean enabled) {
    String path = "/synergia/v1/school-accounts/" + book.a().guardianAccount() + "/status";
    return book.school()
        .asAdministrator()
        .header("If-Match", book.school().asAdministrator().get(path).header("ETag"))
        .body(Map.of("enabled", enabled))
        .put(path)
        .then();
  }
}
