package pl.dziennik.synergia.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.identity.IdentityProvider;
import pl.dziennik.synergia.slip.OneTimePasswords;
import pl.dziennik.synergia.slip.Slip;
import pl.dziennik.synergia.slip.SlipPdf;

/**
 * Prints access slips. The one-time password is set in Keycloak here, exists in the PDF only, and
 * ends with the next slip of the account. The slip number is noted before the password is set, so
 * an earlier hand-over can never be taken for one of a later slip.
 */
@ApplicationScoped
public class AccountSlips {
  private final SlipRegister register;
  private final IdentityProvider identity;
  private final OneTimePasswords passwords;
  private final SlipPdf pdf;

  AccountSlips(
      SlipRegister register, IdentityProvider identity, OneTimePasswords passwords, SlipPdf pdf) {
    this.register = register;
    this.identity = identity;
    this.passwords = passwords;
    this.pdf = pdf;
  }

  /** A new slip for each of these accounts, in the order of their logins. */
  public byte[] print(List<UUID> accountIds) {
    List<SlipRegister.Draft> drafts = register.begin(accountIds);
    if (drafts.stream().anyMatch(d -> d.subject().isEmpty())) {
      throw Problem.of(
              409, "accounts-not-ready", "Some accounts are still being made; try again shortly.")
          .header("Retry-After", "5");
    }
    SlipRegister.Header header = register.header();
    List<Slip> slips = new ArrayList<>();
    for (SlipRegister.Draft draft : drafts) {
      register.number(draft.accountId());
      String password = passwords.next();
      identity.setOneTimePassword(draft.subject().orElseThrow(), password);
      slips.add(
          new Slip(
              header.schoolName(),
              header.schoolCode(),
              header.reissueContact(),
              draft.personName(),
              draft.role(),
              draft.className(),
              new Slip.Credentials(draft.login(), password)));
    }
    return pdf.render(slips);
  }

  /** Every account of a batch. */
  byte[] printBatch(UUID batchId) {
    return print(register.accountsOf(batchId));
  }
}
