package pl.dziennik.support.mail;

import java.util.Map;

/**
 * A mail to be written.
 *
 * @param template name under {@code templates/mail}: {@code <template>.<language>.txt}, whose first
 *     line is the subject, and {@code .html}
 * @param language {@code pl}, {@code en} or {@code uk}; Polish where there is no such template
 * @param data what the templates name, e.g. {@code link}; wiped once the server has the mail
 */
public record MailDraft(
    String recipient, String template, String language, Map<String, String> data) {

  public MailDraft {
    data = Map.copyOf(data);
  }
}
