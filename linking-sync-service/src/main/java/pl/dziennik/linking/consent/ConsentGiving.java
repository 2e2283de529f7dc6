package pl.dziennik.linking.consent;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.linking.account.ConsumerAccounts;
import pl.dziennik.linking.account.ConsumerAccounts.Account;
import pl.dziennik.linking.link.LinkOffer;
import pl.dziennik.linking.link.LinkOffers;
import pl.dziennik.linking.link.LinkStatus;
import pl.dziennik.linking.link.PendingLink;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.linking.link.StandingLinks;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Transactions;

/**
 * Takes a consent: evidence, and the link ACTIVE (or waiting for a guardian), in one transaction
 * (sync rule 12). A repeat after a lost answer changes nothing.
 */
@ApplicationScoped
public class ConsentGiving {
  private static final Logger LOG = Logger.getLogger(ConsentGiving.class);

  private final AgroalDataSource dataSource;
  private final ConsentTexts texts;
  private final GuardianAsking guardians;
  private final Ids ids;
  private final Clock clock;

  ConsentGiving(
      AgroalDataSource dataSource,
      ConsentTexts texts,
      GuardianAsking guardians,
      Ids ids,
      Clock clock) {
    this.dataSource = dataSource;
    this.texts = texts;
    this.guardians = guardians;
    this.ids = ids;
    this.clock = clock;
  }

  public void give(GiveConsent consent) throws SQLException {
    Optional<Problem> refusal = Transactions.in(dataSource, tx -> give(tx, consent));
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  /** A refusal is returned where what was done until then is to be committed. */
  private Optional<Problem> give(Connection tx, GiveConsent consent) throws SQLException {
    Account account = ConsumerAccounts.lock(tx, consent.accountId()).orElseThrow(Problem::notFound);
    requireCurrent(consent);
    PendingLink link =
        PendingLinks.lockOwn(tx, account.id(), consent.linkId()).orElseThrow(Problem::notFound);
    return switch (link.status()) {
      case AWAITING_CONSENT -> give(tx, account, link, consent);
      // The answer to the first consent was lost.
      case AWAITING_GUARDIAN, ACTIVE -> Optional.empty();
      case AWAITING_LOGIN ->
          throw Problem.of(409, "link-not-awaiting-consent", "Sign in at the school first.");
      case SUSPENDED ->
          throw Problem.of(
              409,
              "consent-renewal-not-offered",
              "This consent cannot be renewed yet: end the link and link again.");
      case REVOKED, EXPIRED, CANCELLED -> throw expired();
    };
  }

  private Optional<Problem> give(
      Connection tx, Account account, PendingLink link, GiveConsent consent) throws SQLException {
    Instant now = clock.instant();
    if (link.isExpired(now)) {
      throw expired();
    }
    ConsentText shown = texts.ofLink(tx, link.id()).orElseThrow();
    requireSame(shown, consent.sha256());
    Optional<UUID> other = StandingLinks.besides(tx, link.id());
    if (other.isPresent()) {
      PendingLinks.leave(tx, link.id(), LinkStatus.CANCELLED, EndReason.ALREADY_LINKED);
      return Optional.of(
          Problem.of(409, "already-linked", "This school account is linked already.")
              .with("linkId", other.get()));
    }
    LinkOffer offer = LinkOffers.of(tx, link.id()).orElseThrow();
    Consents.Given given = new Consents.Given(account.email(), now);
    Consents.give(tx, ids.next(), link.id(), given, offer, shown);
    if (account.needsGuardian()) {
      guardians.ask(tx, link.id(), account, consent.guardianEmail());
    } else {
      LinkOffers.cover(tx, link.id(), offer);
      LinkLife.activate(tx, link.id());
    }
    LOG.infof("consent given link=%s guardian=%b", link.id(), account.needsGuardian());
    return Optional.empty();
  }

  private void requireCurrent(GiveConsent consent) {
    if (!consent.accepted()) {
      throw Problem.unprocessable("consent-needed", "accepted", "Without a consent, no link.");
    }
    if (!texts.isCurrent(consent.textId(), consent.version())) {
      throw ConsentTexts.notCurrent("version");
    }
  }

  /**
   * The version does not tell the language, nor an edit that another instance does not have yet.
   */
  private static void requireSame(ConsentText kept, Optional<String> shown) {
    if (shown.isPresent() && !shown.get().equals(kept.sha256())) {
      throw ConsentTexts.notCurrent("sha256");
    }
  }

  private static Problem expired() {
    return Problem.of(410, "link-expired", "This link does not wait any more: begin anew.");
  }
}
