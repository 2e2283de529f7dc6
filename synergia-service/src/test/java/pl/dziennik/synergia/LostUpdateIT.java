package pl.dziennik.synergia;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two administrators at once: the second one does not undo what the first one did. */
@SynergiaTest
class LostUpdateIT {
  private static final Map<String, Object> OFF = Map.of("enabled", false);
  private static final Map<String, Object> ON = Map.of("enabled", true);

  @Test
  void aSubjectIsRenamedOnlyByWhoHasReadItsLastName() {
    GradebookFixture book = GradebookFixture.ready();
    String path = "/synergia/v1/subjects/" + book.maths();
    String read = tag(book, path);

    refused(admin(book).body(Map.of("name", "algebra")).patch(path), 428);
    change(book, read).body(Map.of("name", "algebra")).patch(path).then().statusCode(200);
    refused(change(book, read).body(Map.of("name", "geometria")).patch(path), 412);

    admin(book)
        .get(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("algebra"))
        .body("revision", equalTo(2));
    admin(book)
        .get("/synergia/v1/subjects")
        .then()
        .body("items.name", hasItem("algebra"))
        .body("items.revision", hasItem(2));
  }

  @Test
  void anAccountIsBlockedOnlyByWhoHasReadItsLastStatus() {
    GradebookFixture book = GradebookFixture.ready();
    String path = "/synergia/v1/school-accounts/" + book.a().guardianAccount() + "/status";
    String read = tag(book, path);

    refused(admin(book).body(OFF).put(path), 428);
    change(book, read).body(OFF).put(path).then().statusCode(200).header("ETag", "\"2\"");
    refused(change(book, read).body(ON).put(path), 412);
    refused(change(book, read).body(OFF).put(path), 412);
    book.asGuardian().get("/synergia/v1/me").then().statusCode(403);

    String now = tag(book, path);
    change(book, now).body(OFF).put(path).then().statusCode(200).header("ETag", now);
    change(book, now)
        .body(ON)
        .put(path)
        .then()
        .statusCode(200)
        .body("enabled", equalTo(true))
        .body("revision", equalTo(3));
    book.asGuardian().get("/synergia/v1/me").then().statusCode(200);
  }

  @Test
  void whoMayNotChangeThemDoesNotReadTheStatusEither() {
    GradebookFixture book = GradebookFixture.ready();
    GradebookFixture other = GradebookFixture.ready();
    String subject = "/synergia/v1/subjects/" + book.maths();
    String status = "/synergia/v1/school-accounts/" + book.a().guardianAccount() + "/status";

    refused(admin(other).get(subject), 404);
    refused(admin(other).get(status), 404);
    refused(book.asGuardian().get(subject), 403);
    refused(book.asTeacher().get(status), 403);
    refused(RestAssured.given().get(subject), 401);
    refused(RestAssured.given().get(status), 401);
    refused(RestAssured.given().contentType(ContentType.JSON).body(OFF).put(status), 401);
  }

  private static RequestSpecification admin(GradebookFixture book) {
    return book.school().asAdministrator();
  }

  private static RequestSpecification change(GradebookFixture book, String tag) {
    return admin(book).header("If-Match", tag);
  }

  private static String tag(GradebookFixture book, String path) {
    return admin(book).get(path).then().statusCode(200).extract().header("ETag");
  }

  private static void refused(Response answer, int status) {
    answer.then().statusCode(status).contentType("application/problem+json");
  }
}
