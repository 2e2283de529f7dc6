package pl.dziennik.account.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.dziennik.account.language.Language;

/**
 * The terms in force, the same in each language. A new version is a new file and a new number in
 * every language, never an edit.
 */
@ApplicationScoped
public class Terms {
  private static final String VERSION = "2026-1";

  private final Map<Language, Version> current =
      Arrays.stream(Language.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Terms::read));

  /** A version as shown. */
  public record Version(String version, String language, String text) {}

  /** The number of the version in force. */
  public String version() {
    return VERSION;
  }

  Version in(Language language) {
    return Objects.requireNonNull(current.get(language));
  }

  private static Version read(Language language) {
    return new Version(
        VERSION, language.code(), text("/terms/" + VERSION + "-" + language.code() + ".txt"));
  }

  private static String text(String file) {
    try (InputStream in = Terms.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
