package pl.dziennik.support.keycloak;

/** The identity provider does not answer, or refuses for a reason of ours: try again later. */
public final class IdentityUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IdentityUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public IdentityUnavailable(String message) {
    super(message);
  }
}
