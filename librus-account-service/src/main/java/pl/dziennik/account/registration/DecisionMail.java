package pl.dziennik.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.account.registration.Registrations.Application;
import pl.dziennik.support.mail.MailDraft;
import pl.dziennik.support.mail.MailOutbox;

/** Writes the mail that decides: to the person, or, under 13, to the parent. */
@ApplicationScoped
class DecisionMail {
  private final LinkTokens tokens;
  private final MailOutbox outbox;
  private final String publicOrigin;

  DecisionMail(
      LinkTokens tokens,
      MailOutbox outbox,
      @ConfigProperty(name = "dziennik.account.public-origin") String publicOrigin) {
    this.tokens = tokens;
    this.outbox = outbox;
    this.publicOrigin = publicOrigin;
  }

  void send(Connection tx, Application application) throws SQLException {
    String token =
        tokens.issue(
            tx,
            Registering.purpose(application),
            Registering.owner(application),
            Registrations.LIFE);
    boolean parent = application.ageBracket() == AgeBracket.UNDER_THIRTEEN;
    outbox.add(
        tx,
        new MailDraft(
                application.decider(),
                parent ? "guardian" : "activation",
                application.language(),
                Map.of(
                    "link",
                    publicOrigin + (parent ? "/confirm-child#" : "/activate#") + token,
                    "about",
                    application.email()))
            .about(application.id()));
  }
}
