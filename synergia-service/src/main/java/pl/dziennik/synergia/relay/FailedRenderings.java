package pl.dziennik.synergia.relay;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import pl.dziennik.events.document.DocumentKey;

/** Documents that could not be rendered lately: left alone for a while, so that others pass. */
final class FailedRenderings {
  private static final Logger LOG = Logger.getLogger(FailedRenderings.class);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Map<DocumentKey, Long> until = new ConcurrentHashMap<>();

  void failed(DocumentKey key, Exception why) {
    until.put(key, System.nanoTime() + PAUSE.toNanos());
    LOG.errorf(
        why,
        "document of school=%s category=%s period=%s could not be rendered",
        key.schoolId(),
        key.category(),
        key.period());
  }

  boolean isPausing(DocumentKey key) {
    Long end = until.get(key);
    if (end == null) {
      return false;
    }
    if (System.nanoTime() - end < 0) {
      return true;
    }
    until.remove(key, end);
    return false;
  }
}
