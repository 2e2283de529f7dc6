package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.account.page.AnsweredPage.LINK;
import static pl.dziennik.account.page.AnsweredPage.PUPIL;
import static pl.dziennik.account.page.AnsweredPage.SHOWN;
import static pl.dziennik.account.page.AnsweredPage.asked;
import static pl.dziennik.account.page.AnsweredPage.details;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import pl.dziennik.testkit.page.PageInBrowser;

/** What a guardian is shown before deciding about a link, and which text they confirm. */
class GuardianTextScriptTest {
  private static final String NOT_CURRENT =
      """
      {"code": "consent-text-not-current",
       "errors": [{"field": "sha256", "detail": "Another text is in force: show that one."}]}
      """;

  @ParameterizedTest
  @CsvSource({"pl, Uczeń, Uczniowie", "en, Pupil, Pupils", "uk, Учень, Учні"})
  void oneChildOrSeveral(String language, String one, String several) {
    try (PageInBrowser page = asked("confirm-link", language, LINK, details(PUPIL))) {
      assertThat(page.textOf("pupils-label")).isEqualTo(one);
      assertThat(page.textOf("pupils")).isEqualTo("Jan");
      assertThat(page.languageOf("text")).isEqualTo("uk");
    }
    String two = details(PUPIL + ", {\"firstName\": \"Ola\"}");
    try (PageInBrowser page = asked("confirm-link", language, LINK, two)) {
      assertThat(page.textOf("pupils-label")).isEqualTo(several);
      assertThat(page.textOf("pupils")).isEqualTo("Jan, Ola");
    }
  }

  /** The holder may have chosen a language that the guardian does not read. */
  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
  void aGuardianIsAskedInTheLanguageOfThePageAndConfirmsTheTextThatItShows(String language) {
    try (PageInBrowser page = asked("confirm-link", language, LINK, details(PUPIL))) {
      assertThat(page.requests().getLast())
          .contains("/details", "\"language\":\"" + language + "\"");

      page.answering(LINK, 204, "").click("confirm");

      assertThat(page.requests().getLast())
          .contains("\"decision\":\"CONFIRM\"", "\"sha256\":\"" + SHOWN + "\"");
    }
  }

  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
  void aTextThatWasChangedMeanwhileIsShownAndDecidedAnew(String language) {
    try (PageInBrowser page = asked("confirm-link", language, LINK, details(PUPIL))) {
      assertThat(page.isHidden("changed")).isTrue();
      String other = "0".repeat(64);
      page.answering(LINK, 422, NOT_CURRENT)
          .answering(
              LINK + "/details",
              200,
              details(PUPIL).replace(SHOWN, other).replace("Текст", "Новий текст"))
          .click("confirm");

      assertThat(page.shown()).isEqualTo("ask");
      assertThat(page.isHidden("changed")).isFalse();
      assertThat(page.focused()).isEqualTo("text");
      assertThat(page.textOf("text")).isEqualTo("Новий текст згоди");
      assertThat(page.textOf("notice")).isEmpty();

      page.answering(LINK, 204, "").click("confirm");

      assertThat(page.requests().getLast()).contains(other);
      assertThat(page.shown()).isEqualTo("done");
    }
  }
}
