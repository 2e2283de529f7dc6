package pl.dziennik.support.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Reads and writes the {@code ce_} headers; {@code datacontenttype} is {@code content-type}. */
public final class CloudEvents {
  private CloudEvents() {}

  public static void write(Headers headers, String type, String id, String source, String subject) {
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id);
    put(headers, "ce_source", source);
    put(headers, "ce_type", type);
    put(headers, "ce_subject", subject);
    put(headers, "content-type", "application/json");
  }

  /** When it happened, which may be well before it is sent. */
  public static void time(Headers headers, Instant at) {
    put(headers, "ce_time", at.toString());
  }

  public static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  public static Optional<String> get(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  public static Optional<String> type(Headers headers) {
    return get(headers, "ce_type");
  }

  public static Optional<String> id(Headers headers) {
    return get(headers, "ce_id");
  }

  public static Optional<String> traceparent(Headers headers) {
    return get(headers, "traceparent");
  }
}
