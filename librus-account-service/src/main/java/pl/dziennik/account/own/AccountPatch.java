package pl.dziennik.account.own;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import pl.dziennik.account.address.Addresses;
import pl.dziennik.account.language.Language;
import pl.dziennik.events.AccountState.AgeBracket;
import pl.dziennik.support.mail.MailAddress;
import pl.dziennik.support.problem.Problem;

/** A JSON merge patch (RFC 7396) of one's own account: what it does not name stays. */
record AccountPatch(Optional<String> language, Optional<String> guardianEmail) {
  /**
   * @throws Problem 400 for a value that cannot be one, 422 for a field that is not to be changed
   */
  static AccountPatch of(JsonNode body) {
    if (!body.isObject()) {
      throw Problem.of(400, "invalid-request", "A merge patch of an account is an object.");
    }
    AccountPatch patch = new AccountPatch(Optional.empty(), Optional.empty());
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      patch = patch.with(field.getKey(), field.getValue());
    }
    return patch;
  }

  private AccountPatch with(String field, JsonNode value) {
    return switch (field) {
      case "language" -> new AccountPatch(Optional.of(language(value)), guardianEmail);
      case "guardianEmail" ->
          new AccountPatch(language, Optional.of(Addresses.normal(field, text(field, value))));
      default ->
          throw Problem.unprocessable("not-changeable", field, "This field cannot be changed.");
    };
  }

  Account applyTo(Account account) {
    guardianEmail.ifPresent(address -> checkGuardian(account, address));
    Account inLanguage = language.map(account::in).orElse(account);
    return guardianEmail.map(inLanguage::withGuardian).orElse(inLanguage);
  }

  /** Under 13 the parent has confirmed the account: no child names itself another one. */
  private static void checkGuardian(Account account, String address) {
    if (account.ageBracket() != AgeBracket.THIRTEEN_TO_FIFTEEN) {
      throw Problem.unprocessable(
          "guardian-not-changeable", "guardianEmail", "The parent's address is fixed here.");
    }
    if (MailAddress.isSameMailbox(address, account.email())) {
      throw Problem.unprocessable(
          "guardian-is-oneself", "guardianEmail", "The parent's address must be another one.");
    }
  }

  private static String language(JsonNode value) {
    return Language.ofCode(text("language", value))
        .orElseThrow(() -> invalid("language", "one of " + Language.CODES.replace("|", ", ")))
        .code();
  }

  private static String text(String field, JsonNode value) {
    String text = value.asText();
    if (!value.isTextual() || text.length() > 254 || text.indexOf('\0') >= 0) {
      throw invalid(field, "not a value of this field");
    }
    return text;
  }

  private static Problem invalid(String field, String detail) {
    return Problem.of(400, "invalid-request", "Some fields are not acceptable.")
        .field(field, detail);
  }
}
