package pl.dziennik.support.keycloak;

/**
 * The identity provider does not take what it was given (400). Where a person typed that, tell
 * them; otherwise it is a failure like any other.
 */
public final class IdentityRefused extends IdentityUnavailable {
  private static final long serialVersionUID = 1L;

  private final boolean ofPassword;

  IdentityRefused(String message, boolean ofPassword) {
    super(message);
    this.ofPassword = ofPassword;
  }

  /** True when the password is refused, false for anything else. */
  public boolean isOfPassword() {
    return ofPassword;
  }
}
