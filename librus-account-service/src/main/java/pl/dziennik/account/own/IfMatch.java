package pl.dziennik.account.own;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.problem.Problem;

/** The version that a client has read, as an entity tag. */
public final class IfMatch {
  private IfMatch() {}

  /**
   * @throws Problem 428 when the header is missing
   */
  public static String required(@Nullable String header) {
    return given(header).orElseThrow(Problem::preconditionRequired);
  }

  public static Optional<String> given(@Nullable String header) {
    return Optional.ofNullable(header).map(String::strip).filter(h -> !h.isEmpty());
  }

  /**
   * @throws Problem 412 when it names another version
   */
  public static void check(String header, long version) {
    if (!header.equals("\"" + version + "\"")) {
      throw Problem.preconditionFailed();
    }
  }
}
