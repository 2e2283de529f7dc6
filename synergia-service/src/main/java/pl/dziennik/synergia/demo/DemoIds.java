package pl.dziennik.synergia.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that are the same in every demo school: version 7 in form, made of a name. */
final class DemoIds {
  /** Milliseconds of 1 September 2026, midnight in Warsaw. */
  private static final long MADE_AT = 1_788_213_600_000L;

  /** The same first half for ids that the database makes; two groups of hexadecimal digits. */
  static final String PREFIX = "%08x-%04x-7".formatted(MADE_AT >>> 16, MADE_AT & 0xFFFF);

  static final UUID SCHOOL = of("school", 0);

  private DemoIds() {}

  static UUID of(String kind, int number) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((kind + " " + number).getBytes(StandardCharsets.UTF_8));
      long high = (MADE_AT << 16) | 0x7000L | ((hash[0] & 0xFFL) << 4) | (hash[1] & 0xFL);
      long low = 0;
      for (int i = 2; i < 10; i++) {
        low = (low << 8) | (hash[i] & 0xFFL);
      }
      return new UUID(high, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
