package pl.dziennik.testkit.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mails of the service under test, {@code templates/mail/<name>.<language>.txt} and {@code
 * .html}.
 */
public final class MailTexts {
  private static final Pattern VALUE = Pattern.compile("\\{[a-z]+\\.[a-zA-Z.]+}");
  private static final int LONGEST_SUBJECT = 78;

  private MailTexts() {}

  /** Their names. */
  public static Stream<String> all() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(f -> f.getFileName().toString().replaceAll("\\..*$", ""))
          .distinct()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless the mail says the same values in every language, as text and as HTML. */
  public static void requireComplete(String mail) {
    Set<String> values = values(text(mail + ".pl.txt"));
    for (String language : Languages.ALL) {
      for (String type : List.of(".txt", ".html")) {
        String name = mail + "." + language + type;
        assertThat(values(text(name))).as(name).isEqualTo(values);
        Languages.requireOwnLetters(language, text(name));
      }
      assertThat(text(mail + "." + language + ".html")).contains("<html lang=\"" + language + "\"");
    }
  }

  /** Fails unless the mail begins with its subject in every language. */
  public static void requireSubject(String mail) {
    for (String language : Languages.ALL) {
      String[] lines = text(mail + "." + language + ".txt").split("\n", -1);
      assertThat(lines[0]).as(language).isNotBlank().hasSizeLessThan(LONGEST_SUBJECT);
      assertThat(lines[1]).as(language).isEmpty();
    }
  }

  private static Set<String> values(String text) {
    return VALUE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static String text(String name) {
    try {
      return Files.readString(folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      URL folder = MailTexts.class.getResource("/templates/mail");
      return Path.of(Objects.requireNonNull(folder).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
