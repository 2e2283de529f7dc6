package pl.dziennik.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pl.dziennik.systemtests.journey.Places;

/**
 * {@code ./synergia bench}. Arguments: the ports' offset and an operator's access token; the
 * password of linking-sync's database role in the environment as {@code LINKING_APP_PASSWORD}.
 */
public final class Bench {
  private static final int POSTGRES = 15432;
  private static final int LINKING = 8083;

  private Bench() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int offset = Integer.parseInt(args[0]);
    Places places = Places.local(offset);
    LinkedFamily family = LinkedFamily.make(places, places.anonymous().as(args[1]));
    preparedRead(family, places, offset, out);
    GradeToRead.measure(family, out);
  }

  private static void preparedRead(
      LinkedFamily family, Places places, int offset, PrintStream out) {
    Optional<Tool> wrk = missing("wrk", "wrk", out);
    Optional<Tool> pgbench = missing("pgbench", "postgresql", out);
    if (wrk.isEmpty() || pgbench.isEmpty()) {
      return;
    }
    PreparedRead.Database database =
        new PreparedRead.Database(
            POSTGRES + offset,
            "linking_app",
            System.getenv().getOrDefault("LINKING_APP_PASSWORD", ""));
    new PreparedRead(wrk.get(), pgbench.get(), database)
        .measure(family, places, "http://localhost:" + (LINKING + offset), out);
  }

  private static Optional<Tool> missing(String program, String debianPackage, PrintStream out) {
    Optional<Tool> tool = Tool.find(program);
    if (tool.isEmpty()) {
      out.printf(
          "prepared reads are not measured: %s is missing (Debian: apt-get install %s)%n",
          program, debianPackage);
    }
    return tool;
  }
}
