package pl.dziennik.support.mail;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail to be written.
 *
 * @param template name under {@code templates/mail}: {@code <template>.<language>.txt}, whose first
 *     line is the subject, and {@code .html}
 * @param language {@code pl}, {@code en} or {@code uk}; Polish where there is no such template
 * @param about whom or what it is about, where that is not its recipient: it is found by this id
 *     when that is to be erased
 * @param data what the templates name, e.g. {@code link}; wiped once the server has the mail
 */
public record MailDraft(
    String recipient,
    String template,
    String language,
    Map<String, String> data,
    Optional<UUID> about) {

  public MailDraft {
    data = Map.copyOf(data);
  }

  /** A mail about nobody but its recipient. */
  public MailDraft(String recipient, String template, String language, Map<String, String> data) {
    this(recipient, template, language, data, Optional.empty());
  }

  /** The same mail, to be found by what it is about. */
  public MailDraft about(UUID id) {
    return new MailDraft(recipient, template, language, data, Optional.of(id));
  }
}
