package pl.dziennik.account.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What to do when a mail does not come, in the words of the person who waits for it. */
@ApplicationScoped
public class MailAdvice {
  private static final String POLISH = "pl";

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
   *
   * @param language {@code pl}, {@code en} or {@code uk}; Polish when not said
   */
  public String noMail(Mailbox mailbox, @Nullable String language) {
    String name = mailbox.name().toLowerCase(Locale.ROOT) + "-mailbox";
    String spoken = Optional.ofNullable(language).orElse(POLISH);
    Template text = engine.getTemplate("advice/" + name + "." + spoken + ".txt");
    return Objects.requireNonNull(text).data("support", supportAddress).render().strip();
  }
}
