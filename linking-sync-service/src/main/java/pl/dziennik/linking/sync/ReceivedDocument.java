package pl.dziennik.linking.sync;

import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;

/**
 * A document as Synergia rendered it, on its way into the copy.
 *
 * @param epoch of the school in Synergia; (epoch, version) orders the documents of one key
 * @param generation the asking that it answers
 */
@SuppressWarnings("ArrayRecordComponent") // The content is stored as it came, never compared.
public record ReceivedDocument(
    DocumentKey key, long epoch, long version, Generation generation, byte[] content) {}
