package pl.dziennik.notification.fact;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells what the database will never take from what it cannot take now. */
final class Refusals {
  private static final String DATA_EXCEPTION = "22";
  private static final String CONSTRAINT_VIOLATION = "23";

  private Refusals() {}

  static boolean isFinal(SQLException e) {
    @Nullable String state = e.getSQLState();
    return state != null
        && (state.startsWith(DATA_EXCEPTION) || state.startsWith(CONSTRAINT_VIOLATION));
  }
}
