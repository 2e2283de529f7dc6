package pl.dziennik.account.recovery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
    inTransaction(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement("select id, language from accounts where email = ?")) {
            String address = email.strip().toLowerCase(Locale.ROOT);
            select.setString(1, address);
            try (ResultSet r = select.executeQuery()) {
              if (r.next()) {
                mail(tx, r.getObject(1, UUID.class), address, r.getString(2));
              }
            }
          }
        });
  }

  /** Sets the new password and ends all sessions. */
  void complete(String token, String password) throws SQLException {
    inTransaction(
        tx -> {
          Owner owner = tokens.lock(tx, Purpose.RESET_PASSWORD, token);
          tokens.use(tx, token);
          identity.setPassword(owner.accountId().orElseThrow().toString(), password);
        });
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

  private interface Work {
    void run(Connection tx) throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    try (Connection tx = dataSource.getConnection()) {
      tx.setAutoCommit(false);
      try {
        work.run(tx);
        tx.commit();
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
    }
  }
}
