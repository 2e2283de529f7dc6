package pl.dziennik.notification.preference;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.sql.Row;

/**
 * What an account wants.
 *
 * @param version of the stored row, 0 where the defaults stand
 * @param muted names of the categories that it does not want to hear of
 */
public record Preferences(
    long version, boolean emailEnabled, boolean pushEnabled, Set<String> muted, QuietHours quiet) {
  /**
   * Columns of a left-joined {@code preferences pr}; takes one value, whether the night's rest is
   * on by default.
   */
  public static final String COLUMNS =
      """
      coalesce(pr.version, 0), coalesce(pr.email_enabled, true), coalesce(pr.push_enabled, true),
      coalesce(array_to_string(pr.muted, ','), ''), coalesce(pr.quiet_enabled, ?::boolean),
      coalesce(pr.quiet_from, time '22:00'), coalesce(pr.quiet_to, time '07:00')
      """;

  /** Reads {@link #COLUMNS} from the given position. */
  public static Preferences read(Row r, int first) throws SQLException {
    return new Preferences(
        r.big(first),
        r.flag(first + 1),
        r.flag(first + 2),
        names(r.text(first + 3)),
        new QuietHours(r.flag(first + 4), r.time(first + 5), r.time(first + 6)));
  }

  public boolean wantsEmail(Category category) {
    return emailEnabled && !muted.contains(category.name());
  }

  public boolean wantsPush(Category category) {
    return pushEnabled && !muted.contains(category.name());
  }

  /** When a push may be sent that is due at the given instant: then, or when the silence ends. */
  public Instant pushNotBefore(Instant due) {
    return quiet.notBefore(due);
  }

  private static Set<String> names(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .filter(n -> !n.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
