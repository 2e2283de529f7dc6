package pl.dziennik.account.mail;

/** The mails that we send; the name is the template's. */
public enum MailKind {
  ACTIVATION("activation", "Aktywuj Konto LIBRUS"),
  GUARDIAN("guardian", "Czy zgadzasz się na Konto LIBRUS dziecka?"),
  ALREADY_REGISTERED("already-registered", "Masz już Konto LIBRUS"),
  PASSWORD_RESET("password-reset", "Nowe hasło do Konta LIBRUS");

  private final String template;
  private final String subject;

  MailKind(String template, String subject) {
    this.template = template;
    this.subject = subject;
  }

  String template() {
    return template;
  }

  String subject() {
    return subject;
  }
}
