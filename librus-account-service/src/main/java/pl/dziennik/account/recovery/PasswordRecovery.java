package pl.dziennik.account.recovery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.account.identity.IdentityProvider;
import pl.dziennik.account.language.Language;
import pl.dziennik.account.own.Account;
import pl.dziennik.account.own.Accounts;
import pl.dziennik.account.page.PageLinks;
import pl.dziennik.account.registration.LinkTokens;
import pl.dziennik.account.registration.LinkTokens.Owner;
import pl.dziennik.account.registration.LinkTokens.Purpose;
import pl.dziennik.support.mail.MailDraft;
import pl.dziennik.support.mail.MailOutbox;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** A forgotten password: a link to the mailbox, good for an hour and once. */
@ApplicationScoped
class PasswordRecovery {
  private static final Duration LIFE = Duration.ofHours(1);

  private final AgroalDataSource dataSource;
  private final LinkTokens tokens;
  private final MailOutbox outbox;
  private final IdentityProvider identity;
  private final Clock clock;
  private final PageLinks links;

  PasswordRecovery(
      AgroalDataSource dataSource,
      LinkTokens tokens,
      MailOutbox outbox,
      IdentityProvider identity,
      Clock clock,
      PageLinks links) {
    this.dataSource = dataSource;
    this.tokens = tokens;
    this.outbox = outbox;
    this.identity = identity;
    this.clock = clock;
    this.links = links;
  }

  /** Sends a link if there is an account of that normal address; says nothing either way. */
  void begin(String email) throws SQLException {
    Transactions.in(
        dataSource,
        tx -> {
          for (Known account : known(tx, email)) {
            mail(tx, account, email);
          }
          return true;
        });
  }

  /**
   * Sets the new password, ends all sessions and takes away whatever else could sign in. Who reads
   * the mailbox is the owner: of an address that was never verified, whatever stands in its account
   * may be somebody else's.
   */
  void complete(String token, String password) throws SQLException {
    Transactions.in(
        dataSource,
        tx -> {
          // The account first, as everybody locks it: closing one takes its tokens along.
          UUID id = idOf(tokens.owner(tx, Purpose.RESET_PASSWORD, token));
          Account account = Accounts.lock(tx, id);
          tokens.lock(tx, Purpose.RESET_PASSWORD, token);
          tokens.use(tx, token);
          identity.setPassword(id.toString(), password);
          if (!account.addressVerified()) {
            identity.verifyAddress(id.toString());
            forgetParent(tx, account.email());
          }
          return Accounts.change(tx, account.recovered(clock.instant()));
        });
  }

  /** Whom a registration named as parent is not the concern of whoever holds the account now. */
  private static void forgetParent(Connection tx, String email) throws SQLException {
    Statements.update(tx, "update registrations set guardian_email = null where email = ?", email);
  }

  private static UUID idOf(Owner owner) {
    return owner.accountId().orElseThrow(LinkTokens::gone);
  }

  private record Known(UUID id, Language language) {}

  private static List<Known> known(Connection tx, String email) throws SQLException {
    return Statements.list(
        tx,
        "select id, language from accounts where email = ?",
        (Row r) -> new Known(r.id(1), Language.asked(r.text(2))),
        email);
  }

  private void mail(Connection tx, Known account, String email) throws SQLException {
    tokens.issue(
        tx,
        Purpose.RESET_PASSWORD,
        Owner.account(account.id()),
        LIFE,
        token -> outbox.add(tx, draft(account, email, token)));
  }

  private MailDraft draft(Known account, String email, String token) {
    String link = links.to("reset-password", account.language(), token);
    return new MailDraft(email, "password-reset", account.language().code(), Map.of("link", link))
        .about(account.id());
  }
}
