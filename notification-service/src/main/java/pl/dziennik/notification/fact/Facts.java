package pl.dziennik.notification.fact;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
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
import pl.dziennik.notification.register.AccountErasure;
import pl.dziennik.notification.register.Accounts;
import pl.dziennik.notification.register.Entitlements;
import pl.dziennik.notification.register.LinkErasure;
import pl.dziennik.notification.register.Links;
import pl.dziennik.support.inbox.Message;
import pl.dziennik.support.inbox.MessageHandler;
import pl.dziennik.support.inbox.UndecodableException;

/** The effect of each fact. What no repetition will mend parks the account's key. */
@Singleton
class Facts implements MessageHandler {
  private static final Logger LOG = Logger.getLogger(Facts.class);

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

  @Override
  public void handle(Connection tx, Message message) throws UndecodableException, SQLException {
    Optional<Fact> fact = read(message.type(), message.payload());
    if (fact.isEmpty()) {
      LOG.debugf("fact skipped, of a later version: type=%s", message.type());
      return;
    }
    handle(tx, fact.get());
  }

  /**
   * Reads a fact of a type that is known here.
   *
   * @throws UndecodableException for bytes that are none, or lack what every such fact has
   */
  static Optional<Fact> read(String type, byte[] payload) throws UndecodableException {
    try {
      Optional<Fact> fact = FactJson.read(type, payload);
      if (fact.isPresent() && !required(fact.get()).allMatch(Objects::nonNull)) {
        throw new UndecodableException("a field is missing", new IOException(type));
      }
      return fact;
    } catch (IOException | NullPointerException e) {
      // Without its message, which may quote what it could not read.
      throw new UndecodableException("not a fact", new IOException(e.getClass().getName()));
    }
  }

  private void handle(Connection tx, Fact fact) throws SQLException {
    try {
      effect(tx, fact);
    } catch (SQLException e) {
      if (Refusals.isFinal(e)) {
        throw new IllegalArgumentException("refused by the database: " + e.getSQLState());
      }
      throw e;
    }
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
      case ENABLED -> Accounts.apply(tx, state);
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
