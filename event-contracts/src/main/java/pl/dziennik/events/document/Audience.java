package pl.dziennik.events.document;

import java.util.UUID;

/** Whom a document is for; its text form {@code PUPIL:<uuid>} is the Kafka key. */
public record Audience(Type type, UUID id) implements Comparable<Audience> {

  public enum Type {
    /** A school account (Synergia side). */
    ACCOUNT,
    PUPIL,
    CLASS,
    SCHOOL
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static Audience parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not an audience: " + text);
    }
    return new Audience(
        Type.valueOf(text.substring(0, colon)), UUID.fromString(text.substring(colon + 1)));
  }

  public static Audience account(UUID id) {
    return new Audience(Type.ACCOUNT, id);
  }

  public static Audience pupil(UUID id) {
    return new Audience(Type.PUPIL, id);
  }

  public static Audience schoolClass(UUID id) {
    return new Audience(Type.CLASS, id);
  }

  @Override
  public int compareTo(Audience other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return type + ":" + id;
  }
}
