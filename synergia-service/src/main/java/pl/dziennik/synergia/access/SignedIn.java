package pl.dziennik.synergia.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account behind this request, once {@link ForAccount} has let it in. */
@RequestScoped
public class SignedIn {
  private @Nullable UUID accountId;
  private AccountKind kind = AccountKind.PUPIL;
  private @Nullable UUID personId;

  void as(AccountAccess.Account account) {
    accountId = account.id();
    kind = account.kind();
    personId = account.personId();
  }

  public UUID accountId() {
    return Optional.ofNullable(accountId)
        .orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
  }

  public AccountKind kind() {
    return kind;
  }

  public UUID personId() {
    return Optional.ofNullable(personId)
        .orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
  }
}
