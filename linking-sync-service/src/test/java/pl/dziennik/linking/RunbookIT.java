package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.Runbook;

/**
 * "Both restored" of docs/operations.md, typed as it stands there, and what the holder does then.
 */
@LinkingTest
class RunbookIT {
  private static final String WITHDRAWN = "2026-11-20T10:00:00Z";

  @Inject KafkaSender sender;
  @Inject AgroalDataSource dataSource;

  private final SchoolAccount school = SchoolAccount.withOnePupil();

  private Holder anna;

  @BeforeEach
  void anAdult() throws Exception {
    anna = Holder.whoMayLink(sender);
  }

  @Test
  void aSuspendedLinkIsEndedByItsHolderAndMadeAnew() throws SQLException {
    UUID link = anna.links(school);
    UUID waiting = anna.begins();

    typed("suspend every link", Map.of());

    anna.asks()
        .get("/family/v1/links/" + link)
        .then()
        .body("status", equalTo("SUSPENDED"))
        .body("reason", equalTo("CONSENT_RENEWAL_DUE"));
    reads().statusCode(409).body("code", equalTo("link-suspended"));
    Patience.until(() -> "EXPIRED".equals(status(waiting)));
    assertThat(typed("whom to write to", Map.of())).contains(anna.email());

    anna.consents(link, Map.of())
        .statusCode(409)
        .body("code", equalTo("consent-renewal-not-offered"));
    anna.comesBack(anna.begins(), school.again().code())
        .statusCode(409)
        .body("code", equalTo("already-linked"));
    anna.asks().delete("/family/v1/links/" + link).then().statusCode(204);
    UUID anew = anna.links(school.again());

    assertThat(status(link)).isEqualTo("REVOKED");
    assertThat(status(anew)).isEqualTo("ACTIVE");
    assertThat(typed("whom to write to", Map.of())).doesNotContain(anna.email());
  }

  @Test
  void nobodyWritesToAnAddressThatIsNotKnownToBeTheHolders() throws Exception {
    Holder child = Holder.somebody(sender).unproved();
    child.links(SchoolAccount.withOnePupil());

    typed("suspend every link", Map.of());

    assertThat(typed("whom to write to", Map.of())).doesNotContain(child.email());
  }

  @Test
  void aWithdrawalThatWasShownGetsItsTrueEndInTheEvidence() throws SQLException {
    UUID link = anna.links(school);
    UUID other = anna.links(SchoolAccount.withOnePupil());
    typed("suspend every link", Map.of());
    for (UUID ended : List.of(link, other)) {
      // What the comparison does once the school has it as ended.
      Transactions.in(dataSource, tx -> LinkLife.end(tx, ended, EndReason.ENDED_AT_SCHOOL));
    }

    typed("a withdrawal that was shown", Map.of("link", link.toString(), "withdrawn", WITHDRAWN));

    receipt(link)
        .body("endReason", equalTo("CONSENT_WITHDRAWN"))
        .body("endedAt", equalTo(WITHDRAWN));
    receipt(other).body("endReason", equalTo("ENDED_AT_SCHOOL"));
    anna.asks()
        .get("/family/v1/links/" + link)
        .then()
        .body("status", equalTo("REVOKED"))
        .body("reason", equalTo("CONSENT_WITHDRAWN"));
  }

  private ValidatableResponse reads() {
    return anna.asks().get("/family/v1/pupils/" + school.pupil() + "/grades").then();
  }

  private ValidatableResponse receipt(UUID link) {
    return anna.asks().get("/family/v1/links/" + link + "/receipt").then().statusCode(200);
  }

  private String status(UUID link) {
    return anna.asks().get("/family/v1/links/" + link).then().extract().path("status");
  }

  /** What the block's queries say; nothing for what it changes. */
  private List<String> typed(String block, Map<String, String> variables) throws SQLException {
    return Transactions.in(
        dataSource,
        tx -> {
          List<String> said = new ArrayList<>();
          for (String sql : Runbook.statements(block, variables)) {
            if (sql.startsWith("select")) {
              said.addAll(Statements.list(tx, sql, (Row r) -> r.text(1)));
            } else {
              Statements.update(tx, sql);
            }
          }
          return said;
        });
  }
}
