package pl.dziennik.account.registration;

/** The three answers to "how old are you"; under 13 the parent decides. */
public enum AgeBracket {
  SIXTEEN_OR_OVER,
  THIRTEEN_TO_FIFTEEN,
  UNDER_THIRTEEN
}
