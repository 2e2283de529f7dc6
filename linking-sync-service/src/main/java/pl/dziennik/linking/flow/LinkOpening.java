package pl.dziennik.linking.flow;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import pl.dziennik.linking.account.ConsumerAccounts;
import pl.dziennik.linking.link.LinkStatus;
import pl.dziennik.linking.link.PendingLink;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.secret.OneTimeTokens;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** Begins a link: the person is to sign in at the school. */
@ApplicationScoped
class LinkOpening {
  /** A person tries again a few times, a program many times. */
  private static final int MOST_WAITING = 20;

  private final AgroalDataSource dataSource;
  private final LinkingConfig config;
  private final OneTimeTokens tokens;
  private final Ids ids;
  private final Clock clock;

  LinkOpening(
      AgroalDataSource dataSource,
      LinkingConfig config,
      OneTimeTokens tokens,
      Ids ids,
      Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
  }

  UUID open(UUID account, String redirectUri, String platform) throws SQLException {
    if (!config.redirectUris().contains(redirectUri)) {
      throw Problem.unprocessable(
          "redirect-uri-not-listed", "redirectUri", "Not an address that a login may lead to.");
    }
    return Transactions.in(
        dataSource,
        tx -> {
          requireKnown(tx, account);
          requireFew(tx, account);
          Instant now = clock.instant();
          PendingLink link =
              new PendingLink(
                  ids.next(), account, LinkStatus.AWAITING_LOGIN, now.plus(config.loginLife()));
          PendingLinks.Login login = new PendingLinks.Login(tokens.make(), tokens.make());
          PendingLinks.begin(tx, link, platform, login, now);
          return link.id();
        });
  }

  private static void requireKnown(Connection tx, UUID account) throws SQLException {
    if (ConsumerAccounts.isDeleted(tx, account)) {
      throw Problem.forbidden("no-account", "There is no account behind this sign-in.");
    }
    if (ConsumerAccounts.lock(tx, account).isEmpty()) {
      throw Problem.of(
              503, "account-not-known-yet", "The account is not known here yet: try again soon.")
          .header("Retry-After", "2");
    }
  }

  private static void requireFew(Connection tx, UUID account) throws SQLException {
    long waiting =
        Statements.list(
                tx,
                "select count(*) from links where account_id = ?"
                    + " and status in ('AWAITING_LOGIN', 'AWAITING_CONSENT', 'AWAITING_GUARDIAN')",
                (Row r) -> r.big(1),
                account)
            .getFirst();
    if (waiting >= MOST_WAITING) {
      throw Problem.of(
          409, "too-many-links-waiting", "Finish or cancel one of the links that you began.");
    }
  }
}
