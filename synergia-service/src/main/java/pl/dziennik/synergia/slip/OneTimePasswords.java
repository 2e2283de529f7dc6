package pl.dziennik.synergia.slip;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Passwords to be typed from paper: no characters that look alike, about 70 bits. */
@ApplicationScoped
public class OneTimePasswords {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 3;
  private static final int GROUP = 5;

  private final SecureRandom random = new SecureRandom();

  /** For example {@code k7mq2-xw4tp-93hds}. */
  public String next() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        out.append('-');
      }
      out.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return out.toString();
  }
}
