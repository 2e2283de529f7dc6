package pl.dziennik.support.inbox;

import java.util.Optional;

/**
 * A message as it is handled.
 *
 * @param key what order holds for
 * @param type CloudEvents type
 * @param id CloudEvents id: a repeat is dropped by it
 * @param traceparent the trace that goes on in the handler, also when it had to wait
 */
@SuppressWarnings("ArrayRecordComponent") // The payload is decoded once, never compared.
public record Message(
    String key, String type, String id, byte[] payload, Optional<String> traceparent) {}
