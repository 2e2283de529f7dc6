package pl.dziennik.synergia.teaching;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One of the two terms of a school year.
 *
 * @param number 1 or 2
 */
public record Term(UUID schoolYearId, String yearLabel, int number) {

  /** The period of the term's documents, e.g. {@code 2026/27-1}. */
  public String period() {
    return yearLabel + "-" + number;
  }

  /** A school year with its dates. */
  public record Year(
      UUID id, String label, LocalDate startsOn, LocalDate secondTermStartsOn, LocalDate endsOn) {

    /** The term of a day; empty outside the year. */
    public Optional<Term> termOf(LocalDate day) {
      if (day.isBefore(startsOn) || day.isAfter(endsOn)) {
        return Optional.empty();
      }
      return Optional.of(new Term(id, label, day.isBefore(secondTermStartsOn) ? 1 : 2));
    }
  }
}
