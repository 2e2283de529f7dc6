package pl.dziennik.notification.delivery;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import pl.dziennik.events.document.Category;

/**
 * What a notification says, in the person's language: the kind of news and the first name, and
 * nothing more. {@code texts/news.<language>.properties}; Polish where there is none.
 */
@Singleton
class NewsTexts {
  private static final String POLISH = "pl";
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

  private final Map<String, Properties> languages = new ConcurrentHashMap<>();

  /** The title of a push. */
  String title(String language, Category category) {
    return text(language, category + ".title");
  }

  /** The body of a push. */
  String body(String language, Category category, String firstName) {
    return text(language, "push.body")
        .formatted(name(firstName), text(language, category + ".what"));
  }

  /** Where there is something new: a mail is about one entry or about several. */
  String area(String language, Category category) {
    return text(language, category + ".area");
  }

  /** A name that stays within its line. */
  static String name(String firstName) {
    return CONTROLS.matcher(firstName).replaceAll(" ").strip();
  }

  private String text(String language, String key) {
    return Optional.ofNullable(languages.computeIfAbsent(language, this::load).getProperty(key))
        .orElseThrow(() -> new IllegalStateException("no text " + key));
  }

  private Properties load(String language) {
    Optional<Properties> found = read(language);
    return found.or(() -> read(POLISH)).orElseThrow();
  }

  private static Optional<Properties> read(String language) {
    try (InputStream in =
        NewsTexts.class.getResourceAsStream("/texts/news." + language + ".properties")) {
      if (in == null) {
        return Optional.empty();
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Optional.of(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
