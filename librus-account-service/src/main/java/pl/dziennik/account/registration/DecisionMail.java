package pl.dziennik.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import pl.dziennik.account.page.PageLinks;
import pl.dziennik.account.registration.Registrations.Application;
import pl.dziennik.support.mail.MailDraft;
import pl.dziennik.support.mail.MailOutbox;

/** Writes the mail that decides: to the person, or, under 13, to the parent. */
@ApplicationScoped
class DecisionMail {
  private final LinkTokens tokens;
  private final MailOutbox outbox;
  private final PageLinks links;

  DecisionMail(LinkTokens tokens, MailOutbox outbox, PageLinks links) {
    this.tokens = tokens;
    this.outbox = outbox;
    this.links = links;
  }

  /** True when a mail to the decider would be written now. */
  boolean hasRoom(Connection tx, Application application) throws SQLException {
    return outbox.hasRoom(tx, application.decider(), template(application));
  }

  void send(Connection tx, Application application) throws SQLException {
    tokens.issue(
        tx,
        Registering.purpose(application),
        Registering.owner(application),
        Registrations.LIFE,
        token -> outbox.add(tx, draft(application, token)));
  }

  private MailDraft draft(Application application, String token) {
    String page = isForParent(application) ? "confirm-child" : "activate";
    return new MailDraft(
            application.decider(),
            template(application),
            application.language().code(),
            Map.of(
                "link",
                links.to(page, application.language(), token),
                "about",
                application.email(),
                "age",
                application.ageBracket().name()))
        .about(application.id());
  }

  private static String template(Application application) {
    return isForParent(application) ? "guardian" : "activation";
  }

  private static boolean isForParent(Application application) {
    return application.ageBracket() == AgeBracket.UNDER_THIRTEEN;
  }
}
