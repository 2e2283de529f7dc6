package pl.dziennik.linking.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.dziennik.linking.link.LinkOffers;
import pl.dziennik.support.problem.Problem;

/**
 * The consent text in force, the same in each language. A new version is a new file and a new
 * number in every language, never an edit: the evidence of older consents names what they agreed
 * to.
 */
@ApplicationScoped
public class ConsentTexts {
  static final String POLISH = "pl";

  private static final String ID = "family-copy";
  private static final String VERSION = "1";
  private static final String FILES = "/consents/" + ID + "-" + VERSION + "-";

  private final Map<String, ConsentText> current =
      Stream.of(POLISH, "en", "uk")
          .collect(Collectors.toUnmodifiableMap(Function.identity(), ConsentTexts::text));

  /** The text in a language; Polish where there is none in it. */
  public ConsentText in(String language) {
    return current.getOrDefault(language, polish());
  }

  /**
   * The text that a link's consent is given to, which is the one that is shown and the one that is
   * kept; empty before the login and after the decision.
   */
  public Optional<ConsentText> ofLink(Connection tx, UUID link) throws SQLException {
    return LinkOffers.languageOf(tx, link).map(this::in);
  }

  /** The same text in each language; none when another one is in force. */
  Stream<ConsentText> versions(String textId, String version) {
    return isCurrent(textId, version) ? current.values().stream() : Stream.empty();
  }

  /** Refuses what names another text than the one that would be kept. */
  static Problem notCurrent(String field) {
    return Problem.unprocessable(
        "consent-text-not-current", field, "Another text is in force: show that one.");
  }

  /** True for the text that is in force, whatever its language. */
  boolean isCurrent(String textId, String version) {
    return textId.equals(ID) && version.equals(VERSION);
  }

  private ConsentText polish() {
    return Objects.requireNonNull(current.get(POLISH));
  }

  private static ConsentText text(String language) {
    String text = read(FILES + language + ".txt");
    Properties parts = properties(read(FILES + language + ".properties"));
    return new ConsentText(
        ID,
        VERSION,
        language,
        text,
        sha256(text),
        List.of(part(parts, "controller.school"), part(parts, "controller.account")),
        List.of(part(parts, "purpose.view"), part(parts, "purpose.notify")),
        part(parts, "withdrawal"));
  }

  private static String part(Properties parts, String key) {
    return Objects.requireNonNull(parts.getProperty(key), key);
  }

  private static Properties properties(String text) {
    try {
      Properties properties = new Properties();
      properties.load(new StringReader(text));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String file) {
    try (InputStream in = ConsentTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
