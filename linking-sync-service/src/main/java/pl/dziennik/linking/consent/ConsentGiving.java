package pl.dziennik.linking.consent;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.linking.account.ConsumerAccounts;
import pl.dziennik.linking.account.ConsumerAccounts.Account;
import pl.dziennik.linking.link.LinkOffer;
import pl.dziennik.linking.link.LinkStatus;
import pl.dziennik.linking.link.PendingLink;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * Takes a consent: evidence, and the link ACTIVE (or waiting for a guardian), in one transaction
 * (SYNC rule 12). A repeat after a lost answer changes nothing.
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
    Transactions.in(
        dataSource,
        tx -> {
          give(tx, consent);
          return true;
        });
  }

  private void give(Connection tx, GiveConsent consent) throws SQLException {
    Account account = ConsumerAccounts.lock(tx, consent.accountId()).orElseThrow(Problem::notFound);
    requireCurrent(consent);
    if (isGiven(tx, consent)) {
      return;
    }
    PendingLink link =
        PendingLinks.lock(tx, consent.linkId())
            .filter(l -> l.accountId().equals(account.id()))
            .orElseThrow(() -> notWaiting(tx, consent));
    requireAwaitingConsent(link);
    LinkOffer offer = PendingLinks.offer(tx, link.id()).orElseThrow();
    Instant now = clock.instant();
    Consents.give(
        tx,
        ids.next(),
        link.id(),
        new Consents.Given(account.email(), now),
        offer,
        texts.current());
    if (account.needsGuardian()) {
      guardians.ask(tx, link.id(), account, consent.guardianEmail());
    } else {
      PendingLinks.cover(tx, link.id(), offer);
      LinkLife.activate(tx, link.id());
    }
    LOG.infof("consent given link=%s guardian=%b", link.id(), account.needsGuardian());
  }

  private void requireCurrent(GiveConsent consent) {
    if (!consent.accepted()) {
      throw Problem.unprocessable("consent-needed", "accepted", "Without a consent, no link.");
    }
    ConsentText current = texts.current();
    if (!consent.textId().equals(current.textId())
        || !consent.version().equals(current.version())) {
      throw Problem.unprocessable(
          "consent-text-not-current", "version", "Another text is in force: show that one.");
    }
  }

  /** The answer to the first consent was lost. */
  private static boolean isGiven(Connection tx, GiveConsent consent) throws SQLException {
    return !Statements.list(
            tx,
            "select 1 from links where id = ? and account_id = ?"
                + " and status in ('AWAITING_GUARDIAN', 'ACTIVE', 'SUSPENDED')",
            (Row r) -> true,
            consent.linkId(),
            consent.accountId())
        .isEmpty();
  }

  private void requireAwaitingConsent(PendingLink link) {
    if (link.isExpired(clock.instant())) {
      throw Problem.of(410, "link-expired", "The time for the consent is over: begin anew.");
    }
    if (link.status() != LinkStatus.AWAITING_CONSENT) {
      throw Problem.of(409, "link-not-awaiting-consent", "Sign in at the school first.");
    }
  }

  /** Ended before, or not the caller's to see. */
  private static Problem notWaiting(Connection tx, GiveConsent consent) {
    try {
      boolean isOwn = isOwn(tx, consent.accountId(), consent.linkId());
      return isOwn
          ? Problem.of(410, "link-expired", "This link does not wait any more: begin anew.")
          : Problem.notFound();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOwn(Connection tx, UUID account, UUID link) throws SQLException {
    return !Statements.list(
            tx,
            "select 1 from links where id = ? and account_id = ?",
            (Row r) -> true,
            link,
            account)
        .isEmpty();
  }
}
