package pl.dziennik.account;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.MockMailbox;
import io.restassured.response.Response;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.Rows;

/** Trials of Mobilne dodatki for one pupil. */
@Dependent
class Trials {
  static final String ENTITLEMENTS = "/accounts/v1/me/entitlements";
  static final String TRIALS = "/accounts/v1/me/trials";
  static final String OFFERS = "/accounts/v1/me/offers";

  final UUID pupil = UUID.randomUUID();
  private final MockMailbox mailbox;
  private final FakeIdentity identity;
  private final AgroalDataSource dataSource;

  Trials(MockMailbox mailbox, FakeIdentity identity, AgroalDataSource dataSource) {
    this.mailbox = mailbox;
    this.identity = identity;
    this.dataSource = dataSource;
  }

  /** Somebody whose link to the pupil is active. */
  Holder linked() {
    Holder holder = Holder.somebody(mailbox, identity);
    StubLinking.link(holder.id(), pupil);
    return holder;
  }

  Response start(Holder holder) {
    return trial(holder, pupil);
  }

  static Response trial(Holder holder, UUID pupil) {
    return holder.asks().body(Map.of("pupilId", pupil)).post(TRIALS);
  }

  Response keyed(Holder holder, String key) {
    return holder.asks().header("Idempotency-Key", key).body(Map.of("pupilId", pupil)).post(TRIALS);
  }

  /** How many entitlements a pupil has. */
  long rows(UUID pupilId) {
    return Rows.count(dataSource, "entitlements where pupil_id = ?", pupilId);
  }

  /** What was told of the holder's entitlements, when it is so much. */
  static List<EntitlementState> told(Holder holder, int atLeast) {
    return Patience.until(
        () -> FactsSeen.of(holder.id(), EntitlementState.class), s -> s.size() >= atLeast);
  }
}
