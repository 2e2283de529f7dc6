package pl.dziennik.benchmarks;

import java.io.PrintStream;
import java.util.UUID;

/** From the teacher's 201 to the family's read that shows the grade, through the gateway. */
final class GradeToRead {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 200;
  private static final double NANOS_PER_MILLI = 1e6;

  private GradeToRead() {}

  static void measure(LinkedFamily family, PrintStream out) {
    for (int i = 0; i < WARM_UP; i++) {
      once(family);
    }
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      millis[i] = once(family);
    }
    out.println("grade entered -> family's read shows it, ms: " + Spread.of(millis));
  }

  private static double once(LinkedFamily family) {
    String comment = UUID.randomUUID().toString();
    String id = family.teacher().grades(family.pupil(), "4", comment).path("id").asText();
    long entered = System.nanoTime();
    family.app().waitsFor(family.pupil(), "grades", g -> g.toString().contains(comment));
    double millis = (System.nanoTime() - entered) / NANOS_PER_MILLI;
    family.teacher().withdraws(id);
    return millis;
  }
}
