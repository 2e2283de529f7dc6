package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The documents that come out of Kafka because of a link, and those that stay. */
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
    LinkFixture link = LinkFixture.opened(book);
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
    LinkFixture link = LinkFixture.opened(book);
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
  void aBlockedCategoryDisappearsAndComesBack() {
    GradebookFixture book = GradebookFixture.ready();
    LinkFixture link = LinkFixture.opened(book);
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
    LinkFixture link = LinkFixture.opened(book);
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
