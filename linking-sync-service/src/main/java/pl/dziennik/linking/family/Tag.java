package pl.dziennik.linking.family;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A strong ETag in the making: a hash over the states of what was read. */
final class Tag {
  /** To be raised with every change of an answer's form, which clients would not see otherwise. */
  private static final String FORM = "1";

  private static final int BYTES = 18;

  private final MessageDigest digest;

  Tag() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    add(FORM);
  }

  Tag add(Object part) {
    digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /** With its quotes. */
  String value() {
    byte[] hash = Arrays.copyOf(digest.digest(), BYTES);
    return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
  }

  static Tag ofBody(byte[] body) {
    Tag tag = new Tag();
    tag.digest.update(body);
    return tag;
  }
}
