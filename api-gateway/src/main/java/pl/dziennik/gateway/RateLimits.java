package pl.dziennik.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts requests a minute, caller and class, in this process. Several gateways need a shared store
 * (docs/adr/0002).
 */
@ApplicationScoped
class RateLimits {
  private static final long WINDOW_MS = 60_000;
  private static final int MANY_CALLERS = 100_000;

  private final GatewayConfig config;
  private final Clock clock;
  private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

  RateLimits(GatewayConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * What is left for a caller.
   *
   * @param remaining negative when the limit is passed
   * @param resetSeconds until the window begins anew
   */
  record Verdict(String policy, int limit, int remaining, long resetSeconds) {
    boolean isRefused() {
      return remaining < 0;
    }

    String policyHeader() {
      return "\"%s\";q=%d;w=60".formatted(policy, limit);
    }

    String limitHeader() {
      return "\"%s\";r=%d;t=%d".formatted(policy, Math.max(0, remaining), resetSeconds);
    }
  }

  Verdict count(String caller, boolean strict) {
    long now = clock.millis();
    if (windows.size() > MANY_CALLERS) {
      windows.values().removeIf(w -> w.begin + WINDOW_MS < now);
    }
    String policy = strict ? "strict" : "general";
    int limit = strict ? config.strictPerMinute() : config.generalPerMinute();
    Window window =
        windows.compute(
            policy + " " + caller,
            (k, old) ->
                old == null || old.begin + WINDOW_MS <= now
                    ? new Window(now, 1)
                    : new Window(old.begin, old.count + 1));
    long reset = Math.max(1, (window.begin + WINDOW_MS - now + 999) / 1000);
    return new Verdict(policy, limit, limit - window.count, reset);
  }

  private record Window(long begin, int count) {}
}
