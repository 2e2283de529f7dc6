package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.testkit.language.Languages;

/** Each page is the same page in every language, and its scripts have words for everything. */
class PageTextsTest {
  private static final String ASSETS = "/META-INF/resources/account-assets/";
  private static final List<String> SCRIPTS =
      List.of(
          "activate.js",
          "confirm-child.js",
          "confirm-link.js",
          "linked.js",
          "outcome.js",
          "page.js",
          "reset-password.js");
  private static final Pattern TAG = Pattern.compile("<[^>]+>|\\{[a-z]+}");
  private static final Pattern KEY = Pattern.compile("(?m)^  (\\w+): ");
  private static final Pattern USED = Pattern.compile("(?<!/)\\btexts\\.(\\w+)");

  /** Words that stand in their own language on purpose, such as the names of the languages. */
  private static final Pattern FOREIGN =
      Pattern.compile("<(a|span)\\b[^>]*\\slang=\"[a-z]{2}\"[^>]*>[^<]*</\\1>");

  private static final Pattern LITERAL = Pattern.compile("'([^'\\n]*)'");

  @ParameterizedTest
  @FieldSource("pl.dziennik.account.page.PageTemplates#NAMES")
  void aPageHasTheSamePartsInEveryLanguage(String page) {
    List<String> parts = parts(html(page, "pl"));
    for (String language : Languages.ALL) {
      String html = html(page, language);
      assertThat(parts(html)).as(language).isEqualTo(parts);
      assertThat(html).startsWith("<!doctype html>\n<html lang=\"" + language + "\">");
      Languages.requireOwnLetters(language, FOREIGN.matcher(html).replaceAll(""));
    }
    assertThat(Languages.ALL)
        .extracting(l -> html(page, l).replaceAll("(?s)^.*<title>(.*)</title>.*$", "$1"))
        .doesNotHaveDuplicates();
  }

  /**
   * On the page that Synergia's sign-in comes back to, a change of language would lose the code.
   */
  @ParameterizedTest
  @ValueSource(strings = {"activate", "confirm-child", "confirm-link", "home", "reset-password"})
  void aPageLeadsToItsOtherLanguages(String page) {
    for (String language : Languages.ALL) {
      String html = html(page, language);
      for (String other : Languages.ALL) {
        assertThat(html).contains("<a id=\"in-" + other + "\" href=\"?lang=" + other + "\"");
      }
      assertThat(html.lines().filter(l -> l.contains("aria-current")).toList())
          .singleElement()
          .asString()
          .contains("id=\"in-" + language + "\"");
    }
  }

  @Test
  void theScriptsHaveEveryTextInEveryLanguageAndUseThemAll() {
    List<String> keys = all(KEY, asset("texts.pl.js"));
    assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    for (String language : Languages.ALL) {
      String texts = asset("texts." + language + ".js");
      assertThat(all(KEY, texts)).as(language).isEqualTo(keys);
      Languages.requireOwnLetters(language, texts);
    }
    Stream<String> used = SCRIPTS.stream().flatMap(s -> all(USED, asset(s)).stream());
    assertThat(new TreeSet<>(used.toList())).isEqualTo(new TreeSet<>(keys));
  }

  /** A text in a script would be in one language for everybody. */
  @Test
  void theScriptsThemselvesSayNothing() {
    for (String script : SCRIPTS) {
      String code = asset(script).replaceAll("(?m)^(//|/?\\s*\\*).*|/\\*\\*.*\\*/", "");
      Languages.requireOwnLetters("en", code);
      assertThat(all(LITERAL, code)).as(script).noneMatch(l -> l.matches(".*\\p{L} \\p{L}.*"));
    }
  }

  /** What is left of a page without its words. */
  private static List<String> parts(String html) {
    String neutral =
        html.replaceAll("</?span[^>]*>", "")
            .replaceAll(" aria-current=\"true\"", "")
            .replaceAll("<html lang=\"[a-z]+\">", "")
            .replaceAll("aria-label=\"[^\"]*\"", "aria-label")
            .replaceAll("name=\"description\" content=\"[^\"]*\"", "name=\"description\" content");
    return TAG.matcher(neutral).results().map(MatchResult::group).toList();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group(1)).toList();
  }

  private static String html(String page, String language) {
    return text("/templates/page/" + page + "." + language + ".html");
  }

  private static String asset(String name) {
    return text(ASSETS + name);
  }

  private static String text(String resource) {
    try (InputStream in = PageTextsTest.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
