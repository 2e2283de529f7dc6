package pl.dziennik.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pl.dziennik.systemtests.journey.Places;

/**
 * Reads of a prepared document a second, through the gateway and beside it, against the limit:
 * pgbench fetching the same row by its key. The three take turns, so that the machine's mood is
 * shared.
 */
final class PreparedRead {
  /** The local platform compiles late, to start soon: what is measured is what it comes to. */
  private static final int WARM_UP = 3;

  private static final int ROUNDS = 3;

  private final Wrk wrk;
  private final PgBench pgbench;

  PreparedRead(Wrk wrk, PgBench pgbench) {
    this.wrk = wrk;
    this.pgbench = pgbench;
  }

  void measure(LinkedFamily family, Places places, String besideGateway, PrintStream out) {
    family.teacher().grades(family.pupil(), "5", "Do pomiaru.");
    String period =
        family
            .app()
            .waitsFor(family.pupil(), "grades", g -> g.toString().contains("Do pomiaru."))
            .at("/terms/0/period")
            .asText();
    String path = "/family/v1/pupils/" + family.pupil() + "/grades?term=" + period;
    Path script = PgBench.script(family, period);
    for (int i = 0; i < WARM_UP; i++) {
      // Through the gateway: that warms what is behind it as well.
      wrk.rate(places.origin() + path, family.token());
    }
    List<Double> limit = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    List<Double> through = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      limit.add(pgbench.rate(script));
      beside.add(wrk.rate(besideGateway + path, family.token()));
      through.add(wrk.rate(places.origin() + path, family.token()));
    }
    double rows = median(limit);
    out.printf(Locale.ROOT, "rows by key with pgbench, 1/s: %.0f%n", rows);
    print(out, "prepared read beside the gateway", median(beside), rows);
    print(out, "prepared read through the gateway", median(through), rows);
  }

  private static void print(PrintStream out, String what, double rate, double limit) {
    out.printf(Locale.ROOT, "%s, 1/s: %.0f (%.3f of the limit)%n", what, rate, rate / limit);
  }

  private static double median(List<Double> figures) {
    return Spread.of(figures.stream().mapToDouble(Double::doubleValue).toArray()).median();
  }
}
