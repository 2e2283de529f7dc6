package pl.dziennik.synergia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

@SynergiaTest
class AccountsIT {
  @Inject FakeIdentity identity;

  @Test
  void aClassGetsAccountsSlipsAndAHandOver() throws IOException {
    SchoolFixture school = SchoolFixture.founded();
    UUID classId = school.schoolClass("4b");
    school.pupil(classId, "Zosia", "Łęcka");
    Response batch = school.batch(classId);
    List<Map<String, Object>> accounts = batch.jsonPath().getList("accounts");
    assertThat(accounts)
        .extracting(a -> a.get("kind"))
        .containsExactlyInAnyOrder("PUPIL", "GUARDIAN");

    byte[] pdf = slips(school, "/account-batches/" + batch.jsonPath().getString("id") + "/slips");
    try (PdfReader reader = new PdfReader(pdf)) {
      assertThat(reader.getNumberOfPages()).isEqualTo(2);
    }
    String text = text(pdf);
    for (Map<String, Object> account : accounts) {
      UUID id = UUID.fromString((String) account.get("id"));
      assertThat(text).contains((String) account.get("login"), identity.oneTimePasswordOf(id));
    }
    assertThat(text).contains("Zosia Łęcka", "klasa 4b", "sekretariat, pokój 12");
    assertThat(text).contains("/school?szkola=" + SchoolContactIT.codeOf(school));

    UUID guardian = account(batch, "GUARDIAN");
    handOver(school, guardian, 201);
    handOver(school, guardian, 409);
  }

  @Test
  void aReprintReplacesThePassword() throws IOException {
    SchoolFixture school = SchoolFixture.founded();
    UUID classId = school.schoolClass("5a");
    school.pupil(classId, "Jaś", "Ćwik");
    UUID pupil = account(school.batch(classId), "PUPIL");
    slips(school, "/school-accounts/" + pupil + "/slip");
    String first = identity.oneTimePasswordOf(pupil);
    handOver(school, pupil, 201);

    String text = text(slips(school, "/school-accounts/" + pupil + "/slip"));

    assertThat(identity.oneTimePasswordOf(pupil)).isNotEqualTo(first);
    assertThat(text).contains(identity.oneTimePasswordOf(pupil)).doesNotContain(first);
    handOver(school, pupil, 201);
    school
        .asAdministrator()
        .get("/synergia/v1/audit")
        .then()
        .statusCode(200)
        .body("items.action", hasItem("slip-printed"));
  }

  @Test
  void aSecondBatchKeepsTheLogins() {
    SchoolFixture school = SchoolFixture.founded();
    UUID classId = school.schoolClass("6c");
    school.pupil(classId, "Ola", "Żuk");
    List<String> first = school.batch(classId).jsonPath().getList("accounts.login");
    school.pupil(classId, "Ala", "Żuk");
    List<String> second = school.batch(classId).jsonPath().getList("accounts.login");

    assertThat(second).hasSize(4).containsAll(first);
  }

  @Test
  void aJobKilledInTheMiddleMakesNobodyTwice() {
    SchoolFixture school = SchoolFixture.founded();
    UUID classId = school.schoolClass("7d");
    school.pupil(classId, "Ewa", "Śliwa");
    school.pupil(classId, "Jan", "Śliwa");
    int before = identity.made();
    identity.dieAfterMaking(2);

    school.batch(classId);

    assertThat(identity.made() - before).isEqualTo(4);
  }

  @Test
  void anotherSchoolSeesNothingOfIt() {
    SchoolFixture mine = SchoolFixture.founded();
    UUID classId = mine.schoolClass("8a");
    mine.pupil(classId, "Iga", "Wilk");
    Response batch = mine.batch(classId);
    SchoolFixture stranger = SchoolFixture.founded();
    String batchPath = "/synergia/v1/account-batches/" + batch.jsonPath().getString("id");
    String account = "/synergia/v1/school-accounts/" + account(batch, "PUPIL");

    stranger.asAdministrator().get(batchPath).then().statusCode(404);
    stranger.asAdministrator().post(batchPath + "/slips").then().statusCode(404);
    stranger.asAdministrator().post(account + "/slip").then().statusCode(404);
    stranger
        .asAdministrator()
        .body(Map.of("declarationSignedOn", "2026-11-09"))
        .post(account + "/hand-overs")
        .then()
        .statusCode(404);
    stranger
        .asAdministrator()
        .body(Map.of("classId", classId))
        .post("/synergia/v1/account-batches")
        .then()
        .statusCode(422)
        .body("code", equalTo("unknown-class"));
    stranger.asAdministrator().get("/synergia/v1/pupils").then().body("items.size()", equalTo(0));
    stranger
        .asAdministrator()
        .get("/synergia/v1/pupils?classId=" + classId)
        .then()
        .body("items.size()", equalTo(0));
  }

  @Test
  void aGuardianIsNoAdministrator() {
    SchoolFixture school = SchoolFixture.founded();
    UUID classId = school.schoolClass("4z");
    school.pupil(classId, "Ula", "Sowa");
    Response batch = school.batch(classId);
    UUID guardian = account(batch, "GUARDIAN");

    school
        .asAccount(guardian, "GUARDIAN")
        .get("/synergia/v1/me")
        .then()
        .statusCode(200)
        .body("pupils[0].firstName", equalTo("Ula"))
        .body("pupils[0].className", equalTo("4z"));
    for (String path : List.of("/pupils", "/classes", "/audit", "/school-years")) {
      school.asAccount(guardian, "STAFF").get("/synergia/v1" + path).then().statusCode(403);
    }
    school
        .asAccount(guardian, "GUARDIAN")
        .post("/synergia/v1/school-accounts/" + guardian + "/slip")
        .then()
        .statusCode(403);
  }

  @Test
  void pupilsComeInPolishOrderAndPagesHoldTogether() {
    SchoolFixture school = SchoolFixture.founded();
    UUID classId = school.schoolClass("1a");
    for (String name : List.of("Żak", "Zając", "Łoś", "Lis", "Ćma", "Cis")) {
      school.pupil(classId, "Ala", name);
    }
    Response page = school.asAdministrator().get("/synergia/v1/pupils?limit=4");
    Response next = school.asAdministrator().get(page.jsonPath().getString("next"));

    assertThat(page.jsonPath().<String>getList("items.lastName"))
        .containsExactly("Cis", "Ćma", "Lis", "Łoś");
    assertThat(next.jsonPath().<String>getList("items.lastName")).containsExactly("Zając", "Żak");
    assertThat(next.jsonPath().getString("next")).isEmpty();
    school
        .asAdministrator()
        .get("/synergia/v1/pupils?cursor=AAAA")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-cursor"));
    school.asAdministrator().get("/synergia/v1/pupils?limit=0").then().statusCode(400);
  }

  private static byte[] slips(SchoolFixture school, String path) {
    return school
        .asAdministrator()
        .post("/synergia/v1" + path)
        .then()
        .statusCode(200)
        .contentType("application/pdf")
        .header("Cache-Control", "no-store")
        .extract()
        .asByteArray();
  }

  private static void handOver(SchoolFixture school, UUID account, int status) {
    school
        .asAdministrator()
        .body(Map.of("declarationSignedOn", "2026-11-09"))
        .post("/synergia/v1/school-accounts/" + account + "/hand-overs")
        .then()
        .statusCode(status);
  }

  private static UUID account(Response batch, String kind) {
    return batch.jsonPath().getUUID("accounts.find { it.kind == '" + kind + "' }.id");
  }

  private static String text(byte[] pdf) throws IOException {
    StringBuilder out = new StringBuilder();
    try (PdfReader reader = new PdfReader(pdf)) {
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        out.append(extractor.getTextFromPage(page)).append('\n');
      }
    }
    return out.toString().replaceAll("\\s+", " ");
  }
}
