package pl.dziennik.synergia.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Sync rule 16: a school's epoch comes from outside the database, so no restore repeats one. */
public final class Epochs {
  private static final String RAISE =
      "update schools set epoch = greatest(epoch + 1, ? + 1, ?) where id = ? returning epoch";

  private Epochs() {}

  /**
   * The school's epoch, kept from changing until the transaction ends.
   *
   * @return empty for a school that is not here
   */
  public static OptionalLong held(Connection tx, UUID school) throws SQLException {
    return first(tx, "select epoch from schools where id = ? for share", school);
  }

  /** Greater than any epoch used before, as long as the machine's clock is not set back. */
  public static OptionalLong raise(Connection tx, UUID school, Clock clock) throws SQLException {
    return raise(tx, school, 0, clock);
  }

  /**
   * Raises once, however many notice the same restore: only while {@code known} still stands.
   *
   * @param above an epoch that somebody remembers from before the restore
   * @return the epoch now
   */
  public static OptionalLong raiseFrom(
      Connection tx, UUID school, long known, long above, Clock clock) throws SQLException {
    OptionalLong current = first(tx, "select epoch from schools where id = ? for update", school);
    return current.isPresent() && current.getAsLong() == known
        ? raise(tx, school, above, clock)
        : current;
  }

  private static OptionalLong raise(Connection tx, UUID school, long above, Clock clock)
      throws SQLException {
    return first(tx, RAISE, above, clock.instant().getEpochSecond(), school);
  }

  private static OptionalLong first(Connection tx, String sql, Object... values)
      throws SQLException {
    return Statements.list(tx, sql, (Row r) -> r.big(1), values).stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }
}
