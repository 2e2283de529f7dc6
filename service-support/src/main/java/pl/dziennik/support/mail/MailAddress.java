package pl.dziennik.support.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * E-mail addresses as people type them. What is taken here the sign-in service takes too, and no
 * character of it is invisible, turns the writing round or lies beyond the basic plane.
 */
public final class MailAddress {
  private static final int MOST = 254;
  private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
  private static final String LETTER = "[a-z0-9ąćęłńóśźż]";
  private static final String LABEL = LETTER + "(?:[a-z0-9ąćęłńóśźż-]{0,61}" + LETTER + ")?";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+[a-z]{2,24}");

  private MailAddress() {}

  /** The address in the form that is compared and kept; empty when it is none. */
  public static Optional<String> normal(String typed) {
    String address = typed.strip().toLowerCase(Locale.ROOT);
    return Optional.of(address)
        .filter(a -> a.length() <= MOST)
        .filter(a -> a.chars().noneMatch(c -> Character.isSurrogate((char) c)))
        .filter(a -> ADDRESS.matcher(a).matches());
  }

  /** True for two normal addresses that one person reads: {@code anna+szkola@…} is Anna's too. */
  public static boolean isSameMailbox(String one, String other) {
    return mailbox(one).equals(mailbox(other));
  }

  private static String mailbox(String address) {
    return address.replaceFirst("\\+[^@]*@", "@");
  }
}
