package pl.dziennik.synergia.sync;

import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;

/**
 * A document as one snapshot showed it: liveness, version, generation and content belong together.
 *
 * @param epoch of the school in that snapshot; the advance is refused under another
 * @param traceparent of the last write, empty when there was none
 */
@SuppressWarnings("ArrayRecordComponent") // The content is sent through, never compared.
public record RenderedDocument(
    DocumentKey key,
    long epoch,
    long version,
    Generation generation,
    byte[] content,
    String traceparent) {}
