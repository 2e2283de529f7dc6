package pl.dziennik.support.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Carries the trace of a request over rows and messages, as a W3C {@code traceparent}. */
public final class Traces {
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

  /** The framework writes it into log lines of requests; of our own threads we do. */
  private static final String LOGGED = "traceId";

  private Traces() {}

  /** The trace id of the work at hand, 32 hex digits. */
  public static Optional<String> currentId() {
    SpanContext context = Span.current().getSpanContext();
    return context.isValid() ? Optional.of(context.getTraceId()) : Optional.empty();
  }

  /** The {@code traceparent} to store with a row or to send with a message. */
  public static Optional<String> current() {
    SpanContext c = Span.current().getSpanContext();
    return c.isValid()
        ? Optional.of(
            "00-" + c.getTraceId() + "-" + c.getSpanId() + "-" + c.getTraceFlags().asHex())
        : Optional.empty();
  }

  /**
   * Runs the work under a stored trace, which its log lines name; a missing or malformed one
   * changes nothing.
   */
  public static <T> T under(Optional<String> traceparent, Callable<T> work) throws Exception {
    Matcher m = TRACEPARENT.matcher(traceparent.orElse(""));
    if (!m.matches()) {
      return work.call();
    }
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            m.group(1), m.group(2), TraceFlags.fromHex(m.group(3), 0), TraceState.getDefault());
    Object before = MDC.get(LOGGED);
    MDC.put(LOGGED, m.group(1));
    try (Scope _ = Span.wrap(remote).makeCurrent()) {
      return work.call();
    } finally {
      if (before == null) {
        MDC.remove(LOGGED);
      } else {
        MDC.put(LOGGED, before);
      }
    }
  }
}
