package pl.dziennik.synergia.slip;

/**
 * One access slip.
 *
 * @param schoolCode short number for the address
 * @param role {@code STAFF}, {@code GUARDIAN} or {@code PUPIL}
 * @param className empty where none fits
 */
public record Slip(
    String schoolName,
    int schoolCode,
    String reissueContact,
    String personName,
    String role,
    String className,
    Credentials credentials) {

  /** Login and one-time password; never logged, so it has no text form. */
  public record Credentials(String login, String password) {
    @Override
    public String toString() {
      return "credentials of " + login;
    }
  }
}
