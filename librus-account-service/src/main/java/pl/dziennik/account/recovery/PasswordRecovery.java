package pl.dziennik.account.recovery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.account.identity.IdentityProvider;
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
  private final String publicOrigin;

  PasswordRecovery(
      AgroalDataSource dataSource,
      LinkTokens tokens,
      MailOutbox outbox,
      IdentityProvider identity,
      @ConfigProperty(name = "dziennik.account.public-origin") String publicOrigin) {
    this.dataSource = dataSource;
    this.tokens = tokens;
    this.outbox = outbox;
    this.identity = identity;
    this.publicOrigin = publicOrigin;
  }

  /** Sends a link if there is such an account; says nothing either way. */
  void begin(String email) throws SQLException {
    String address = email.strip().toLowerCase(Locale.ROOT);
    Transactions.in(
        dataSource,
        tx -> {
          for (Known account : known(tx, address)) {
            mail(tx, account.id(), address, account.language());
          }
          return true;
        });
  }

  /** Sets the new password and ends all sessions. */
  void complete(String token, String password) throws SQLException {
    Transactions.in(
        dataSource,
        tx -> {
          Owner owner = tokens.lock(tx, Purpose.RESET_PASSWORD, token);
          tokens.use(tx, token);
          identity.setPassword(owner.accountId().orElseThrow().toString(), password);
          return true;
        });
  }

  private record Known(UUID id, String language) {}

  private static List<Known> known(Connection tx, String address) throws SQLException {
    return Statements.list(
        tx,
        "select id, language from accounts where email = ?",
        (Row r) -> new Known(r.id(1), r.text(2)),
        address);
  }

  private void mail(Connection tx, UUID account, String email, String language)
      throws SQLException {
    String token = tokens.issue(tx, Purpose.RESET_PASSWORD, Owner.account(account), LIFE);
    outbox.add(
        tx,
        new MailDraft(
            email,
            "password-reset",
            language,
            Map.of("link", publicOrigin + "/reset-password#" + token)));
  }
}
