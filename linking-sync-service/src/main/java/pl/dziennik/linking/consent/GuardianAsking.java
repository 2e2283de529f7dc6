package pl.dziennik.linking.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.linking.account.ConsumerAccounts.Account;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.support.mail.MailAddress;
import pl.dziennik.support.mail.MailDraft;
import pl.dziennik.support.mail.MailOutbox;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.secret.OneTimeTokens;
import pl.dziennik.support.sql.Statements;

/** Asks a guardian by mail whether the copy of an account holder under 16 may begin. */
@ApplicationScoped
class GuardianAsking {
  private static final Duration LIFE = Duration.ofDays(7);

  private static final String PAGE = "/confirm-link?lang=%s#%s";

  private static final String RETRY_SECONDS = "3600";

  private final ConsentTexts texts;
  private final OneTimeTokens tokens;
  private final MailOutbox mails;
  private final String publicOrigin;
  private final Clock clock;

  GuardianAsking(
      ConsentTexts texts,
      OneTimeTokens tokens,
      MailOutbox mails,
      @ConfigProperty(name = "dziennik.linking.public-origin") String publicOrigin,
      Clock clock) {
    this.texts = texts;
    this.tokens = tokens;
    this.mails = mails;
    this.publicOrigin = publicOrigin;
    this.clock = clock;
  }

  /**
   * Writes the mail; the link waits seven days.
   *
   * @param named in the consent's body; the registration's address comes first
   */
  void ask(Connection tx, UUID link, Account account, Optional<String> named) throws SQLException {
    String guardian = guardian(account, named);
    String token = tokens.make();
    Instant until = clock.instant().plus(LIFE);
    PendingLinks.awaitGuardian(tx, link, until);
    Statements.update(
        tx,
        "insert into guardian_requests (hash, link_id, email, expires_at) values (?, ?, ?, ?)",
        tokens.hash(token),
        link,
        guardian,
        until);
    boolean isWritten =
        mails.add(
            tx,
            new MailDraft(guardian, "link-guardian", account.language(), values(account, token))
                .about(link));
    if (!isWritten) {
      throw Problem.of(429, "too-many-mails", "This guardian got several mails: try again later.")
          .header("Retry-After", RETRY_SECONDS);
    }
  }

  /**
   * The page speaks the mail's language. A mail in another one than Polish says in Polish as well
   * what it is about: the child has chosen that language, and the guardian need not read it.
   */
  private Map<String, String> values(Account account, String token) {
    String language = texts.in(account.language()).language();
    return Map.of(
        "holder", account.email(),
        "link", page(language, token),
        "linkInPolish", page(ConsentTexts.POLISH, token));
  }

  private String page(String language, String token) {
    return publicOrigin + PAGE.formatted(language, token);
  }

  private static String guardian(Account account, Optional<String> named) {
    String guardian =
        account
            .guardianEmail()
            .or(() -> named.map(GuardianAsking::address))
            .orElseThrow(
                () ->
                    Problem.unprocessable(
                        "guardian-needed",
                        "guardianEmail",
                        "Under 16 a guardian decides as well: their address is needed."));
    if (MailAddress.isSameMailbox(guardian, account.email())) {
      throw Problem.unprocessable(
          "guardian-is-oneself", "guardianEmail", "The guardian's address must be another one.");
    }
    return guardian;
  }

  private static String address(String typed) {
    return MailAddress.normal(typed)
        .orElseThrow(
            () ->
                Problem.of(400, "invalid-request", "Some fields are not acceptable.")
                    .field("guardianEmail", "not an e-mail address"));
  }
}
