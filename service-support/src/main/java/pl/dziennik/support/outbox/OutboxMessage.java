package pl.dziennik.support.outbox;

/**
 * A message to be sent once its transaction has committed.
 *
 * @param key order holds per key
 * @param type CloudEvents type
 * @param id CloudEvents id: a reader drops a repeat by it
 */
@SuppressWarnings("ArrayRecordComponent") // The payload is written through, never compared.
public record OutboxMessage(String topic, String key, String type, String id, byte[] payload) {}
