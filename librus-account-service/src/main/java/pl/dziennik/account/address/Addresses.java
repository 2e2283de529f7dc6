package pl.dziennik.account.address;

import java.util.Locale;
import java.util.regex.Pattern;
import pl.dziennik.support.mail.MailAddress;
import pl.dziennik.support.problem.Problem;

/** E-mail addresses as people type them. */
public final class Addresses {
  private static final Pattern SCHOOL_LOGIN = Pattern.compile("[0-9]{4,12}[a-z]?");
  private static final String SCHOOL_LOGIN_EXPLAINED =
      "To wygląda na login ze szkoły. Konto LIBRUS zakłada się na adres e-mail: nie wpisuj tu danych (loginu"
          + " i hasła) otrzymanych w szkole, służą one logowaniu do systemu Synergia. Użyjesz ich dopiero w"
          + " kolejnym kroku, przy powiązaniu kont.";

  private Addresses() {}

  /**
   * The address in the form that is compared and kept.
   *
   * @throws Problem 422 {@code school-login-not-an-email} or 400 {@code invalid-request}
   */
  public static String normal(String field, String typed) {
    if (SCHOOL_LOGIN.matcher(typed.strip().toLowerCase(Locale.ROOT)).matches()) {
      throw Problem.unprocessable("school-login-not-an-email", field, SCHOOL_LOGIN_EXPLAINED);
    }
    return MailAddress.normal(typed)
        .orElseThrow(
            () ->
                Problem.of(400, "invalid-request", "Some fields are not acceptable.")
                    .field(field, "not an e-mail address"));
  }
}
