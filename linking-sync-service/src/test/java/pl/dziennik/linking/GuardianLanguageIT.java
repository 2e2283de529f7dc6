package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.language.Languages;

/** A guardian is asked in the language of the account. */
@LinkingTest
class GuardianLanguageIT {
  private static final AgeBracket YOUNG = AgeBracket.THIRTEEN_TO_FIFTEEN;

  private static final String OF_AN_OLDER_INSTANCE =
      """
      insert into mails (id, recipient, template, language, data, created_at, next_at)
      values (?, ?, 'link-guardian', ?,
        '{"holder": "zosia@x.example", "link": "https://konto.example/confirm-link"}', now(), now())
      """;

  /** What stands in a mail of another language for a guardian who reads Polish. */
  private static final Pattern POLISH_LINE = Pattern.compile("(?m)^Po polsku: .*$");

  private static final Pattern POLISH_PART = Pattern.compile("(?s)<p lang=\"pl\".*?</p>");

  @Inject KafkaSender sender;
  @Inject MockMailbox mailbox;
  @Inject AgroalDataSource dataSource;

  @ParameterizedTest
  @CsvSource({
    "pl, Czy zgadzasz się na powiązanie kont dziecka?, Zobacz i zdecyduj",
    "en, Do you agree to linking a child’s accounts?, See and decide",
    "uk, Чи погоджуєтеся Ви на поєднання облікових записів дитини?, Переглянути й вирішити"
  })
  void ofTheAccount(String language, String subject, String button) throws Exception {
    String guardian = somebody();
    Holder child = Holder.somebody(sender).speaking(language, 1, YOUNG, guardian);
    asksItsGuardian(child);

    Mail mail = mailTo(guardian);
    assertThat(mail.getSubject()).isEqualTo(subject);
    assertThat(mail.getText()).contains(child.email(), "/confirm-link?lang=" + language + "#");
    assertThat(mail.getHtml())
        .contains(
            "<html lang=\"" + language + "\">", button, "/confirm-link?lang=" + language + "#");
    Languages.requireOwnLetters(language, POLISH_LINE.matcher(mail.getText()).replaceAll(""));
    Languages.requireOwnLetters(language, POLISH_PART.matcher(mail.getHtml()).replaceAll(""));
  }

  /** A child may choose a language that its guardian does not read. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "uk"})
  void inPolishAsWellItSaysWhatItIsAbout(String language) throws Exception {
    String guardian = somebody();
    Holder child = Holder.somebody(sender).speaking(language, 1, YOUNG, guardian);
    asksItsGuardian(child);

    Mail mail = mailTo(guardian);
    String line = only(POLISH_LINE, mail.getText());
    String part = only(POLISH_PART, mail.getHtml());
    for (String polish : new String[] {line, part}) {
      assertThat(polish).contains(child.email(), "powiązać", "/confirm-link?lang=pl#");
    }
    assertThat(mail.getText().indexOf(line))
        .isLessThan(mail.getText().indexOf("/confirm-link?lang=" + language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pl", "de"})
  void aPolishMailSaysItOnceAndLeadsToThePolishPage(String language) throws Exception {
    String guardian = somebody();
    Holder child = Holder.somebody(sender).speaking(language, 1, YOUNG, guardian);
    asksItsGuardian(child);

    Mail mail = mailTo(guardian);
    assertThat(mail.getText()).containsOnlyOnce("/confirm-link?lang=pl#");
    assertThat(mail.getText()).doesNotContainPattern(POLISH_LINE);
    assertThat(mail.getHtml()).doesNotContainPattern(POLISH_PART);
  }

  /** It waited for the server while the instances were replaced. */
  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
  void aMailThatAnOlderInstanceWroteIsSent(String language) throws Exception {
    String guardian = somebody();
    Transactions.in(
        dataSource,
        tx -> Statements.update(tx, OF_AN_OLDER_INSTANCE, UUID.randomUUID(), guardian, language));

    Mail mail = mailTo(guardian);
    Languages.requireOwnLetters(language, mail.getText());
    assertThat(mail.getText()).contains("https://konto.example/confirm-link");
  }

  @Test
  void anotherLanguageHoldsForTheNextMail() throws Exception {
    String guardian = somebody();
    Holder child = Holder.somebody(sender).speaking("pl", 1, YOUNG, guardian);
    asksItsGuardian(child);
    assertThat(mailTo(guardian).getSubject()).startsWith("Czy zgadzasz się");

    String other = somebody();
    child.speaking("uk", 2, YOUNG, other);
    child.knownAs(2, dataSource);
    asksItsGuardian(child);

    assertThat(mailTo(other).getSubject()).startsWith("Чи погоджуєтеся Ви");
  }

  private void asksItsGuardian(Holder child) {
    Patience.until(() -> child.begin().extract().statusCode() == 201);
    UUID link = child.begins();
    child.comesBack(link, SchoolAccount.withOnePupil().code()).statusCode(200);
    child.consents(link, Map.of()).statusCode(200);
  }

  private Mail mailTo(String address) {
    Patience.until(() -> !mailbox.getMailsSentTo(address).isEmpty());
    return mailbox.getMailsSentTo(address).getLast();
  }

  private static String only(Pattern pattern, String text) {
    assertThat(text).containsPattern(pattern);
    return pattern.matcher(text).results().map(MatchResult::group).findFirst().orElseThrow();
  }

  private static String somebody() {
    return "rodzic-" + UUID.randomUUID() + "@poczta.example";
  }
}
