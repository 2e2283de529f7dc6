package pl.dziennik.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import pl.dziennik.account.language.Language;
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
    return new MailDraft(
            application.decider(),
            template(application),
            application.language().code(),
            isForParent(application) ? toParent(application, token) : toHolder(application, token))
        .about(application.id());
  }

  private Map<String, String> toHolder(Application application, String token) {
    return Map.of(
        "link", links.to("activate", application.language(), token),
        "age", application.ageBracket().name());
  }

  /** The child has chosen the mail's language, and the parent need not read it. */
  private Map<String, String> toParent(Application application, String token) {
    return Map.of(
        "link", links.to("confirm-child", application.language(), token),
        "linkInPolish", links.to("confirm-child", Language.POLISH, token),
        "about", application.email());
  }

  private static String template(Application application) {
    return isForParent(application) ? "guardian" : "activation";
  }

  private static boolean isForParent(Application application) {
    return application.ageBracket() == AgeBracket.UNDER_THIRTEEN;
  }
}
