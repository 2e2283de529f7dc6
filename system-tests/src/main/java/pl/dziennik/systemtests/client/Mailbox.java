package pl.dziennik.systemtests.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the local mailbox (GreenMail's REST interface) as the owner of an address would. */
public final class Mailbox {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+#[^\\s\"<>]+");
  private static final Pattern PAGE = Pattern.compile("https?://[^\\s\"<>#]+");

  private final Api api;
  private final String address;

  private Mailbox(Api api, String address) {
    this.api = api;
    this.address = address;
  }

  public static Mailbox of(String mailboxOrigin, String address) {
    return new Mailbox(Api.at(mailboxOrigin), address);
  }

  /** A mail, decoded. */
  public record Mail(String subject, String text) {

    /** The pages that the mail leads to: a server never sees what follows the #. */
    public List<String> pages() {
      return PAGE.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    /** The token in the fragment of the mail's link to that page. */
    public String tokenFor(String page) {
      Matcher m = LINK.matcher(text);
      while (m.find()) {
        String link = m.group().replace("&amp;", "&");
        if (link.contains(page + "?lang=")) {
          String fragment = link.substring(link.indexOf('#') + 1);
          return fragment.replaceFirst("^token=", "").replaceFirst("&.*$", "");
        }
      }
      throw new IllegalStateException("no link to " + page + " in: " + text);
    }
  }

  /** All mails so far, oldest first; empty for an address that got none. */
  public List<Mail> mails() {
    Answer answer = api.get("/api/user/" + address + "/messages/");
    List<Mail> out = new ArrayList<>();
    if (answer.status() == 200) {
      for (JsonNode mail : answer.json()) {
        out.add(decode(mail.path("mimeMessage").asText()));
      }
    }
    return out;
  }

  /** The newest mail whose subject or text contains that, or empty. */
  public java.util.Optional<Mail> newest(String containing) {
    return mails().stream()
        .filter(m -> m.subject().contains(containing) || m.text().contains(containing))
        .reduce((a, b) -> b);
  }

  private static Mail decode(String mime) {
    try {
      MimeMessage message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mime.getBytes(StandardCharsets.UTF_8)));
      return new Mail(message.getSubject(), text(message));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("a mail that cannot be read", e);
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        out.append(text(parts.getBodyPart(i))).append('\n');
      }
      return out.toString();
    }
    return String.valueOf(part.getContent());
  }
}
