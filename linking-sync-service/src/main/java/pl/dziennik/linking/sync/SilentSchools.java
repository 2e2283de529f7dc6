package pl.dziennik.linking.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Schools whose cell did not answer lately: asked again after a pause that doubles. */
final class SilentSchools {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private record Pause(long untilNanos, Duration length) {}

  private final Map<UUID, Pause> pauses = new HashMap<>();

  boolean isPausing(UUID school) {
    Pause pause = pauses.get(school);
    return pause != null && System.nanoTime() - pause.untilNanos < 0;
  }

  void answered(UUID school) {
    pauses.remove(school);
  }

  void silent(UUID school) {
    Pause last = pauses.get(school);
    Duration next = last == null ? FIRST : last.length.multipliedBy(2);
    Duration length = next.compareTo(LONGEST) > 0 ? LONGEST : next;
    pauses.put(school, new Pause(System.nanoTime() + length.toNanos(), length));
  }
}
