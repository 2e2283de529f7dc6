package pl.dziennik.support.keycloak;

/** The identity provider does not answer, or refuses for a reason of ours: try again later. */
public sealed class IdentityUnavailable extends RuntimeException permits IdentityRefused {
  private static final long serialVersionUID = 1L;

  public IdentityUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public IdentityUnavailable(String message) {
    super(message);
  }
}
