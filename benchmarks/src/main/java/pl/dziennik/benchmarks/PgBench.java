package pl.dziennik.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** PostgreSQL's pgbench: fetches the row of a prepared document by its key. */
final class PgBench {
  private static final Figure RATE = new Figure("tps = ([0-9.]+)");

  private final Tool tool;
  private final Database database;

  PgBench(Tool tool, Database database) {
    this.tool = tool;
    this.database = database;
  }

  /** Where linking-sync keeps the copy, and how its application role gets in. */
  record Database(int port, String user, String password) {}

  /**
   * Rows a second.
   *
   * @param script of {@link #script}
   */
  double rate(Path script) {
    String arguments =
        "-h localhost -p %d -U %s -n -M prepared -c 8 -j 2 -T 8 -f %s linking_sync"
            .formatted(database.port(), database.user(), script);
    return RATE.in(
        tool.run(Map.of("PGPASSWORD", database.password()), List.of(arguments.split(" "))));
  }

  /** Asks for the grades of a family's pupil in a period. */
  static Path script(LinkedFamily family, String period) {
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
}
