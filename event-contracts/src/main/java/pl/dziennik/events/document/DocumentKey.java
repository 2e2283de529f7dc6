package pl.dziennik.events.document;

import java.util.Comparator;
import java.util.UUID;

/**
 * Names one view document. Keys are locked in their natural order, everywhere, so that two
 * transactions never wait for each other crosswise.
 *
 * @param period bounds the document: {@code 2026/27-1} (term), {@code 2026-11} (month), {@code
 *     2026-W48} (ISO week) or {@link #NO_PERIOD}
 */
public record DocumentKey(UUID schoolId, Audience audience, Category category, String period)
    implements Comparable<DocumentKey> {
  public static final String NO_PERIOD = "-";

  private static final Comparator<DocumentKey> ORDER =
      Comparator.comparing((DocumentKey k) -> k.schoolId.toString())
          .thenComparing(k -> k.audience.type().name())
          .thenComparing(k -> k.audience.id().toString())
          .thenComparing(k -> k.category.name())
          .thenComparing(DocumentKey::period);

  public DocumentKey {
    if (period.isEmpty() || period.length() > 32) {
      throw new IllegalArgumentException("a period has 1 to 32 characters: " + period);
    }
  }

  /** The scope (audience and category) that this document belongs to. */
  public Scope scope() {
    return new Scope(schoolId, audience, category);
  }

  @Override
  public int compareTo(DocumentKey other) {
    return ORDER.compare(this, other);
  }
}
