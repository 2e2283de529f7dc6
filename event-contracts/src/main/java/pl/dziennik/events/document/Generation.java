package pl.dziennik.events.document;

import java.util.Comparator;

/**
 * Which asking of linking-sync a document answers: (epoch, number), compared in that order.
 *
 * @param epoch linking-sync's epoch, greater than any used before (unix seconds at least)
 */
public record Generation(long epoch, long number) implements Comparable<Generation> {
  private static final Comparator<Generation> ORDER =
      Comparator.comparingLong(Generation::epoch).thenComparingLong(Generation::number);

  @Override
  public int compareTo(Generation other) {
    return ORDER.compare(this, other);
  }
}
