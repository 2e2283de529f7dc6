package pl.dziennik.account.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.account.language.Language;

/** What to do when a mail does not come, in the words of the person who waits for it. */
@ApplicationScoped
public class MailAdvice {
  private final Engine engine;
  private final String supportAddress;

  MailAdvice(
      Engine engine,
      @ConfigProperty(name = "dziennik.account.support-address") String supportAddress) {
    this.engine = engine;
    this.supportAddress = supportAddress;
  }

  /** Whose mailbox the mail goes to, as far as the caller has said. */
  public enum Mailbox {
    OWN,
    GUARDIANS,
    EITHER
  }

  /**
   * The advice. It must come of what the caller says and of nothing that is stored: else it would
   * tell who is known here.
   */
  public String noMail(Mailbox mailbox, Language language) {
    String name = mailbox.name().toLowerCase(Locale.ROOT) + "-mailbox";
    String file = "advice/" + name + "." + language.code() + ".txt";
    Template text = engine.getTemplate(file);
    return Objects.requireNonNull(text, file).data("support", supportAddress).render().strip();
  }
}
