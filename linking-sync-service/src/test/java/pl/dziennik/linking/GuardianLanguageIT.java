package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.language.Languages;

/** A guardian is asked in the language of the account. */
@LinkingTest
class GuardianLanguageIT {
  private static final AgeBracket YOUNG = AgeBracket.THIRTEEN_TO_FIFTEEN;

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
    Languages.requireOwnLetters(language, mail.getText());
    Languages.requireOwnLetters(language, mail.getHtml());
  }

  @Test
  void anotherLanguageHoldsForTheNextMail() throws Exception {
    String guardian = somebody();
    Holder child = Holder.somebody(sender).speaking("pl", 1, YOUNG, guardian);
    asksItsGuardian(child);
    assertThat(mailTo(guardian).getSubject()).startsWith("Czy zgadzasz się");

    String other = somebody();
    child.speaking("uk", 2, YOUNG, other);
    Patience.until(() -> knows(child, 2));
    asksItsGuardian(child);

    assertThat(mailTo(other).getSubject()).startsWith("Чи погоджуєтеся Ви");
  }

  private void asksItsGuardian(Holder child) {
    Patience.until(() -> child.begin().extract().statusCode() == 201);
    UUID link = child.begins();
    child.comesBack(link, SchoolAccount.withOnePupil().code()).statusCode(200);
    child.consents(link, Map.of()).statusCode(200);
  }

  private boolean knows(Holder child, long version) throws SQLException {
    return Transactions.in(
        dataSource,
        tx ->
            !Statements.list(
                    tx,
                    "select 1 from accounts where id = ? and version = ?",
                    (Row r) -> true,
                    child.account(),
                    version)
                .isEmpty());
  }

  private Mail mailTo(String address) {
    Patience.until(() -> !mailbox.getMailsSentTo(address).isEmpty());
    return mailbox.getMailsSentTo(address).getLast();
  }

  private static String somebody() {
    return "rodzic-" + UUID.randomUUID() + "@poczta.example";
  }
}
