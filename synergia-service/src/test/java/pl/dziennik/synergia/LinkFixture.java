package pl.dziennik.synergia;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** What linking-sync does towards Synergia for one link of the guardian of 4a. */
record LinkFixture(GradebookFixture book, UUID link, UUID consumer, String ticket, long epoch) {

  static RequestSpecification asLinkingSync() {
    return SchoolFixture.as(
        TestTokens.service(Realm.SYNERGIA, "svc-linking-sync", "synergia-service"));
  }

  /** The guardian's token of the linking client. */
  static RequestSpecification asSigningIn(GradebookFixture book, UUID account) {
    return SchoolFixture.as(signingIn(book, account));
  }

  static TestTokens signingIn(GradebookFixture book, UUID account) {
    return TestTokens.person(Realm.SYNERGIA)
        .azp("family-linking")
        .subject(FakeIdentity.subjectOf(account))
        .school(book.school().id())
        .roles("GUARDIAN");
  }

  /** The guardian has signed in and linking-sync holds the ticket. */
  static LinkFixture signedIn(GradebookFixture book) {
    UUID link = UUID.randomUUID();
    UUID consumer = UUID.randomUUID();
    Response answer =
        asSigningIn(book, book.a().guardianAccount())
            .body(Map.of("linkId", link, "accountId", consumer))
            .post("/internal/v1/grant-tickets");
    answer.then().statusCode(200);
    return new LinkFixture(
        book,
        link,
        consumer,
        answer.jsonPath().getString("ticket"),
        answer.jsonPath().getLong("epoch"));
  }

  /** The guardian has consented as well: Synergia has heard that the link lives. */
  static LinkFixture opened(GradebookFixture book) {
    LinkFixture link = signedIn(book);
    link.live().then().statusCode(200);
    return link;
  }

  Response live() {
    return live(epoch);
  }

  Response live(long inEpoch) {
    return grant(Map.of("state", "LIVE", "epoch", inEpoch, "ticket", ticket));
  }

  Response ended() {
    return grant(Map.of("state", "ENDED", "epoch", 0));
  }

  Response grant(Map<String, Object> body) {
    return asLinkingSync().body(body).put(path("/grants/" + link));
  }

  void need(String audience, String category, long number, String... held) {
    asLinkingSync()
        .body(
            Map.of(
                "generation", Map.of("epoch", 1, "number", number), "heldPeriods", List.of(held)))
        .put(path("/scopes/" + audience + "/" + category))
        .then()
        .statusCode(204);
  }

  String path(String rest) {
    return "/internal/v1/schools/" + book.school().id() + rest;
  }

  String access() {
    return "ACCOUNT:" + book.a().guardianAccount();
  }

  String pupil() {
    return "PUPIL:" + book.a().pupil();
  }

  void grade(String value) {
    book.asTeacher().body(book.grade(value)).post("/synergia/v1/grades").then().statusCode(201);
  }
}
