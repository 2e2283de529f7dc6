package pl.dziennik.linking.family;

/** What the problems of the family's reads mean, for the API's description. */
final class FamilyErrors {
  static final String NOT_MODIFIED = "Nothing has changed since the `ETag` in `If-None-Match`.";
  static final String BAD_PARAMETER =
      "`invalid-request`, `invalid-cursor`, `nul-character`: `errors` names the parameter.";
  static final String BAD_TOKEN = "`unauthenticated` or `invalid-token`: sign in.";
  static final String NO_RIGHT =
      "`not-found`: no link of yours opens this pupil (any more), or there is no such pupil.";
  static final String CLOSED =
      "`link-suspended` with `reason` (`SCHOOL_ACCOUNT_BLOCKED`, `CONSENT_RENEWAL_DUE`), or"
          + " `blocked-by-school` with `category`. Erase what the app keeps of it.";
  static final String RESTORING =
      "`restoring`: the copy is being compared with the school; see `Retry-After`.";

  private FamilyErrors() {}
}
