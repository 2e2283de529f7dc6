package pl.dziennik.support.inbox;

/**
 * A message as it is handled.
 *
 * @param key what order holds for
 * @param type CloudEvents type
 * @param id CloudEvents id: a repeat is dropped by it
 */
@SuppressWarnings("ArrayRecordComponent") // The payload is decoded once, never compared.
public record Message(String key, String type, String id, byte[] payload) {}
