package pl.dziennik.synergia.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A week in which no teacher stands in two rooms: greedy, and begun anew when it gets stuck. */
final class DemoWeek {
  private static final int DAYS = 5;
  private static final int LESSONS = 6;
  private static final int ATTEMPTS = 2000;

  private final List<DemoTeaching.Assignment> assignments;

  /** A lesson of the week; day 1 is Monday. */
  record Slot(DemoTeaching.Assignment assignment, int day, int number) {}

  DemoWeek(List<DemoTeaching.Assignment> assignments) {
    this.assignments = assignments;
  }

  List<Slot> slots() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<List<Slot>> week = attempt(new Random(attempt));
      if (week.isPresent()) {
        return week.get();
      }
    }
    throw new IllegalStateException("no week without clashes was found");
  }

  private Optional<List<Slot>> attempt(Random random) {
    int[] left =
        assignments.stream()
            .mapToInt(a -> DemoTeaching.SUBJECTS.get(a.subject()).hours())
            .toArray();
    List<Slot> out = new ArrayList<>();
    for (int day = 1; day <= DAYS; day++) {
      Set<Integer> today = new HashSet<>();
      for (int number = 1; number <= LESSONS; number++) {
        fill(day, number, left, today, random, out);
      }
    }
    for (int hours : left) {
      if (hours > 0) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(out));
  }

  /** Gives every class a lesson, the subject with most hours left first. */
  private void fill(
      int day, int number, int[] left, Set<Integer> today, Random random, List<Slot> out) {
    Set<Integer> busy = new HashSet<>();
    int classes = DemoPeople.CLASSES.size();
    int first = random.nextInt(classes);
    for (int i = 0; i < classes; i++) {
      int best = best((first + i) % classes, left, today, busy, random);
      if (best >= 0) {
        left[best]--;
        today.add(best);
        busy.add(assignments.get(best).teacher());
        out.add(new Slot(assignments.get(best), day, number));
      }
    }
  }

  private int best(
      int classNumber, int[] left, Set<Integer> today, Set<Integer> busy, Random random) {
    int best = -1;
    double bestScore = 0;
    for (int a = 0; a < assignments.size(); a++) {
      DemoTeaching.Assignment candidate = assignments.get(a);
      boolean possible =
          candidate.classNumber() == classNumber
              && left[a] > 0
              && !today.contains(a)
              && !busy.contains(candidate.teacher());
      double score = left[a] + random.nextDouble();
      if (possible && score > bestScore) {
        best = a;
        bestScore = score;
      }
    }
    return best;
  }
}
