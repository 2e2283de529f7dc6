package pl.dziennik.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.dziennik.systemtests.journey.Places;

/**
 * Reads of a prepared document a second, through the gateway and beside it, against the limit:
 * pgbench fetching the same row by its key. The three take turns, so that the machine's mood is
 * shared.
 */
final class PreparedRead {
  private static final int ROUNDS = 3;
  private static final String CLIENTS = "8";
  private static final String SECONDS = "8";
  private static final Pattern WRK = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern WRK_ERRORS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern PGBENCH = Pattern.compile("tps = ([0-9.]+)");

  private final Tool wrk;
  private final Tool pgbench;
  private final Database database;

  PreparedRead(Tool wrk, Tool pgbench, Database database) {
    this.wrk = wrk;
    this.pgbench = pgbench;
    this.database = database;
  }

  /** Where linking-sync keeps the copy, and how its application role gets in. */
  record Database(int port, String user, String password) {}

  void measure(LinkedFamily family, Places places, String besideGateway, PrintStream out) {
    family.teacher().grades(family.pupil(), "5", "Do pomiaru.");
    String period =
        family
            .app()
            .waitsFor(family.pupil(), "grades", g -> g.toString().contains("Do pomiaru."))
            .at("/terms/0/period")
            .asText();
    String path = "/family/v1/pupils/" + family.pupil() + "/grades?term=" + period;
    Path script = script(family, period);
    List<Double> limit = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    List<Double> through = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      limit.add(rows(script));
      beside.add(requests(family, besideGateway + path));
      through.add(requests(family, places.origin() + path));
    }
    double rows = median(limit);
    out.printf(Locale.ROOT, "rows by key with pgbench, 1/s: %.0f%n", rows);
    print(out, "prepared read beside the gateway", median(beside), rows);
    print(out, "prepared read through the gateway", median(through), rows);
  }

  private static void print(PrintStream out, String what, double rate, double limit) {
    out.printf(Locale.ROOT, "%s, 1/s: %.0f (%.3f of the limit)%n", what, rate, rate / limit);
  }

  private double requests(LinkedFamily family, String url) {
    String printed =
        wrk.run(
            Map.of(),
            List.of(
                "-t1",
                "-c" + CLIENTS,
                "-d" + SECONDS + "s",
                "-H",
                "Authorization: Bearer " + family.token(),
                url));
    Matcher errors = WRK_ERRORS.matcher(printed);
    if (errors.find()) {
      throw new IllegalStateException(errors.group() + " of " + url);
    }
    return number(WRK, printed);
  }

  private double rows(Path script) {
    return number(
        PGBENCH,
        pgbench.run(
            Map.of("PGPASSWORD", database.password()),
            List.of(
                "-h",
                "localhost",
                "-p",
                Integer.toString(database.port()),
                "-U",
                database.user(),
                "-n",
                "-M",
                "prepared",
                "-c",
                CLIENTS,
                "-j",
                "2",
                "-T",
                SECONDS,
                "-f",
                script.toString(),
                "linking_sync")));
  }

  private static Path script(LinkedFamily family, String period) {
    try {
      Path file = Files.createTempFile("row-by-key", ".sql");
      file.toFile().deleteOnExit();
      Files.writeString(
          file,
          "select content from documents where school_id = '%s' and audience = 'PUPIL:%s'"
                  .formatted(family.schoolId(), family.pupil())
              + " and category = 'GRADES' and period = '%s';%n".formatted(period));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double median(List<Double> figures) {
    return Spread.of(figures.stream().mapToDouble(Double::doubleValue).toArray()).median();
  }

  private static double number(Pattern pattern, String printed) {
    Matcher m = pattern.matcher(printed);
    if (!m.find()) {
      throw new IllegalStateException("no figure in: " + printed);
    }
    return Double.parseDouble(m.group(1));
  }
}
