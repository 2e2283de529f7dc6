package pl.dziennik.notification.preference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.problem.Problem;

/**
 * Preferences as a client reads and writes them.
 *
 * @param categories whether one wants to hear of a category; one that is left out is on
 */
@Schema(name = "NotificationPreferences")
record PreferenceMessage(
    @NotNull Boolean emailEnabled,
    @NotNull Boolean pushEnabled,
    @NotNull Map<Category, @NotNull Boolean> categories,
    @NotNull @Valid QuietHoursMessage quietHours) {

  /** Nothing is ever announced of these. */
  private static final Set<Category> SILENT = EnumSet.of(Category.ACCESS, Category.PROFILE);

  static PreferenceMessage of(Preferences p) {
    Map<Category, Boolean> categories = new EnumMap<>(Category.class);
    Arrays.stream(Category.values())
        .filter(c -> !SILENT.contains(c))
        .forEach(c -> categories.put(c, !p.muted().contains(c.name())));
    return new PreferenceMessage(
        p.emailEnabled(),
        p.pushEnabled(),
        categories,
        new QuietHoursMessage(
            p.quiet().enabled(), p.quiet().from().toString(), p.quiet().to().toString()));
  }

  /**
   * @throws Problem 422 for a category that nothing is announced of, or an empty silence
   */
  Preferences toPreferences(long version) {
    if (categories.keySet().stream().anyMatch(SILENT::contains)) {
      throw Problem.unprocessable(
          "category-not-notified", "categories", "Nothing is announced of this category.");
    }
    Set<String> muted =
        categories.entrySet().stream()
            .filter(e -> !e.getValue())
            .map(e -> e.getKey().name())
            .collect(Collectors.toUnmodifiableSet());
    return new Preferences(version, emailEnabled, pushEnabled, muted, quietHours.toQuietHours());
  }

  /** Wall-clock times of Poland, {@code HH:mm}; the night's rest unless said otherwise. */
  @Schema(name = "NotificationQuietHours")
  record QuietHoursMessage(
      @NotNull Boolean enabled,
      @Nullable @Pattern(regexp = TIME, message = "a time as HH:mm") String from,
      @Nullable @Pattern(regexp = TIME, message = "a time as HH:mm") String to) {
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    QuietHours toQuietHours() {
      LocalTime start = from == null ? QuietHours.NIGHT_FROM : LocalTime.parse(from);
      LocalTime end = to == null ? QuietHours.NIGHT_TO : LocalTime.parse(to);
      if (start.equals(end)) {
        throw Problem.unprocessable(
            "quiet-hours-empty",
            "quietHours.to",
            "The silence ends at another time than it begins.");
      }
      return new QuietHours(enabled, start, end);
    }
  }
}
