package pl.dziennik.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Scanner;
import pl.dziennik.systemtests.journey.Places;

/**
 * {@code ./synergia bench}. Argument: the ports' offset. Standard input, for others on the machine
 * can read arguments: a line with an operator's access token, and one with the password of
 * linking-sync's database role.
 */
public final class Bench {
  private static final int POSTGRES = 15432;
  private static final int LINKING = 8083;

  private Bench() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Scanner secrets = new Scanner(System.in, StandardCharsets.UTF_8);
    int offset = Integer.parseInt(args[0]);
    Places places = Places.local(offset);
    LinkedFamily family = LinkedFamily.make(places, places.anonymous().as(secrets.nextLine()));
    PgBench.Database database =
        new PgBench.Database(POSTGRES + offset, "linking_app", secrets.nextLine());
    preparedRead(family, places, database, "http://localhost:" + (LINKING + offset), out);
    GradeToRead.measure(family, out);
  }

  private static void preparedRead(
      LinkedFamily family,
      Places places,
      PgBench.Database database,
      String besideGateway,
      PrintStream out) {
    Optional<Tool> wrk = missing("wrk", "wrk", out);
    Optional<Tool> pgbench = missing("pgbench", "postgresql", out);
    if (wrk.isEmpty() || pgbench.isEmpty()) {
      return;
    }
    new PreparedRead(new Wrk(wrk.get()), new PgBench(pgbench.get(), database))
        .measure(family, places, besideGateway, out);
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
