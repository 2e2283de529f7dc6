package pl.dziennik.support.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a refusal of the database means for whoever asked. */
public final class SqlStates {
  private static final List<String> OF_THE_DATA = List.of("22", "23");
  private static final List<String> AWAY = List.of("08", "53", "57P");
  private static final List<String> IN_DOUBT = List.of("08", "40003");

  /** Of class 08, and still certain: the connection never was. */
  private static final List<String> NEVER_CONNECTED = List.of("08001", "08004");

  /** Causes may run in a circle. */
  private static final int MOST_CAUSES = 10;

  /** Agroal names it in words only. */
  private static final String NO_CONNECTION_LEFT = "acquisition timeout";

  private SqlStates() {}

  /** A value that no column can hold or no constraint allows: no repetition mends it. */
  public static boolean isOfTheData(SQLException e) {
    return begins(e, OF_THE_DATA);
  }

  /** The database cannot be reached, is starting or stopping, or has no connection left for us. */
  public static boolean isAway(SQLException e) {
    return begins(e, AWAY) || isOutOfConnections(e);
  }

  /** The connection broke, perhaps after a commit went out: nobody knows whether it holds. */
  public static boolean isCommitInDoubt(SQLException e) {
    return begins(e, IN_DOUBT) && !begins(e, NEVER_CONNECTED);
  }

  /** The database's refusal among the causes of a failure. */
  public static Optional<SQLException> behind(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst();
  }

  private static boolean isOutOfConnections(SQLException e) {
    @Nullable String words = e.getMessage();
    return e.getSQLState() == null
        && words != null
        && words.regionMatches(true, 0, NO_CONNECTION_LEFT, 0, NO_CONNECTION_LEFT.length());
  }

  private static boolean begins(SQLException e, List<String> classes) {
    @Nullable String state = e.getSQLState();
    return state != null && classes.stream().anyMatch(state::startsWith);
  }
}
