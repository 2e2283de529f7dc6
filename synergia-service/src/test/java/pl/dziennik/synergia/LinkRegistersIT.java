package pl.dziennik.synergia;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The registers and the lists to compare, as linking-sync calls them over HTTP. */
@SynergiaTest
class LinkRegistersIT {
  @Test
  void aRestoreThatLinkingSyncHasSeenRaisesTheEpochOnce() {
    LinkFixture link = LinkFixture.opened(GradebookFixture.ready());
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
  void theListsToCompareNameGrantsScopesAndDocuments() {
    LinkFixture link = LinkFixture.opened(GradebookFixture.ready());
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
}
