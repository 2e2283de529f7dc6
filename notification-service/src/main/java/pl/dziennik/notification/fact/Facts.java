package pl.dziennik.notification.fact;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.CopyErased;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.EntitlementState.Entitlement;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.LinkState;
import pl.dziennik.events.LinkState.LinkedPupil;
import pl.dziennik.events.PupilHasNews;
import pl.dziennik.notification.delivery.NewsIntake;
import pl.dziennik.notification.device.OldDevices;
import pl.dziennik.notification.register.AccountErasure;
import pl.dziennik.notification.register.Accounts;
import pl.dziennik.notification.register.Entitlements;
import pl.dziennik.notification.register.LinkErasure;
import pl.dziennik.notification.register.Links;
import pl.dziennik.support.inbox.FactHandler;
import pl.dziennik.support.inbox.MessageHandler;

/** The effect of each fact. What no repetition will mend parks the account's key. */
@Singleton
class Facts {
  private final Entitlements entitlements;
  private final Links links;
  private final NewsIntake news;
  private final Clock clock;

  Facts(Entitlements entitlements, Links links, NewsIntake news, Clock clock) {
    this.entitlements = entitlements;
    this.links = links;
    this.news = news;
    this.clock = clock;
  }

  MessageHandler handler() {
    return new FactHandler<>(Facts::read, this::effect, Facts::isEnd);
  }

  /**
   * Reads a fact of a type that is known here.
   *
   * @throws IOException for bytes that are none, or lack what every such fact has
   */
  private static Optional<Fact> read(String type, byte[] payload) throws IOException {
    Optional<Fact> fact = FactJson.read(type, payload);
    if (fact.isPresent() && !required(fact.get()).allMatch(Objects::nonNull)) {
      throw new IOException("a field is missing");
    }
    return fact;
  }

  private static boolean isEnd(Fact fact) {
    return switch (fact) {
      case LinkState s -> s.status() == LinkState.Status.ENDED;
      case AccountState s -> s.status() == AccountState.Status.DELETED;
      default -> false;
    };
  }

  private void effect(Connection tx, Fact fact) throws SQLException {
    switch (fact) {
      case AccountState state -> account(tx, state);
      case EntitlementState state -> entitlements.apply(tx, state);
      case LinkState state -> link(tx, state);
      case PupilHasNews has -> news.take(tx, has);
      case CopyErased _ -> {
        // Our own answer; on no topic that is read here.
      }
    }
  }

  private static void account(Connection tx, AccountState state) throws SQLException {
    switch (state.status()) {
      case ENABLED -> {
        Accounts.apply(tx, state);
        OldDevices.forget(tx, state.accountId(), state.credentialsChangedAt());
      }
      case DELETED -> AccountErasure.delete(tx, state);
    }
  }

  private void link(Connection tx, LinkState state) throws SQLException {
    switch (state.status()) {
      case LIVE -> links.live(tx, state);
      case ENDED -> LinkErasure.end(tx, state, clock.instant());
    }
  }

  private static Stream<?> required(Fact fact) {
    return switch (fact) {
      case AccountState s -> Stream.of(s.accountId(), s.status(), s.email(), s.language());
      case EntitlementState s ->
          Stream.concat(Stream.of(s.accountId()), s.entitlements().stream().flatMap(Facts::parts));
      case LinkState s ->
          Stream.concat(
              Stream.of(s.accountId(), s.linkId(), s.status()),
              s.pupils().stream().flatMap(Facts::parts));
      case PupilHasNews n ->
          Stream.of(n.accountId(), n.factId(), n.linkId(), n.pupilId(), n.category(), n.since());
      case CopyErased c -> Stream.of(c.accountId());
    };
  }

  private static Stream<?> parts(Entitlement e) {
    return Stream.of(e.id(), e.product(), e.pupilId(), e.from(), e.until(), e.source());
  }

  private static Stream<?> parts(LinkedPupil p) {
    return Stream.of(p.pupilId(), p.firstName());
  }
}
