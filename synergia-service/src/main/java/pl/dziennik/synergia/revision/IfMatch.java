package pl.dziennik.synergia.revision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.problem.Problem;

/** The revision that a client has read, as an entity tag. */
public final class IfMatch {
  private IfMatch() {}

  /** The tag of a revision. */
  public static String tag(int revision) {
    return "\"" + revision + "\"";
  }

  /**
   * @throws Problem 428 when the header is missing
   */
  public static String required(@Nullable String header) {
    return Optional.ofNullable(header)
        .filter(h -> !h.isBlank())
        .map(String::trim)
        .orElseThrow(Problem::preconditionRequired);
  }

  /**
   * @throws Problem 412 when it names another revision
   */
  public static void check(String header, int revision) {
    if (!header.equals(tag(revision))) {
      throw Problem.preconditionFailed();
    }
  }
}
