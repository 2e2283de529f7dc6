package pl.dziennik.account.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail in every language, as text and as HTML, naming the same values. */
class MailTemplatesTest {
  private static final Pattern VALUE = Pattern.compile("\\{[a-z.]+}");

  static Stream<String> mails() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(f -> f.getFileName().toString().replaceAll("\\..*$", ""))
          .distinct()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("mails")
  void hasThreeLanguagesWithTheSameValues(String mail) {
    Set<String> values = values(mail + ".pl.txt");
    for (String language : new String[] {"pl", "en", "uk"}) {
      assertThat(values(mail + "." + language + ".txt")).as(language).isEqualTo(values);
      assertThat(values(mail + "." + language + ".html")).as(language).isEqualTo(values);
      assertThat(text(mail + "." + language + ".html")).contains("<html lang=\"" + language + "\"");
    }
  }

  @ParameterizedTest
  @MethodSource("mails")
  void beginsWithItsSubject(String mail) {
    for (String language : new String[] {"pl", "en", "uk"}) {
      String[] lines = text(mail + "." + language + ".txt").split("\n", -1);
      assertThat(lines[0]).isNotBlank().hasSizeLessThan(78);
      assertThat(lines[1]).isEmpty();
    }
  }

  private static Set<String> values(String name) {
    return VALUE.matcher(text(name)).results().map(MatchResult::group).collect(Collectors.toSet());
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
      URL folder = MailTemplatesTest.class.getResource("/templates/mail");
      return Path.of(Objects.requireNonNull(folder).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
