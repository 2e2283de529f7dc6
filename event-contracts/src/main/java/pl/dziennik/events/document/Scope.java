package pl.dziennik.events.document;

import java.util.Comparator;
import java.util.UUID;

/** All documents of one audience and category: the unit that linking-sync asks for. */
public record Scope(UUID schoolId, Audience audience, Category category)
    implements Comparable<Scope> {
  private static final Comparator<Scope> ORDER =
      Comparator.comparing((Scope s) -> s.schoolId.toString())
          .thenComparing(s -> s.audience.type().name())
          .thenComparing(s -> s.audience.id().toString())
          .thenComparing(s -> s.category.name());

  public DocumentKey document(String period) {
    return new DocumentKey(schoolId, audience, category, period);
  }

  @Override
  public int compareTo(Scope other) {
    return ORDER.compare(this, other);
  }
}
