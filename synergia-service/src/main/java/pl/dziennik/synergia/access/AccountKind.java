package pl.dziennik.synergia.access;

/** Whose account; the coarse role in the token says the same. */
public enum AccountKind {
  STAFF,
  GUARDIAN,
  PUPIL
}
