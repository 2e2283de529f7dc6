package pl.dziennik.synergia.access;

/** What a member of staff may do; rows, never claims of a token. */
public enum StaffRole {
  ADMINISTRATOR,
  HEAD,
  TEACHER,
  SECRETARY
}
