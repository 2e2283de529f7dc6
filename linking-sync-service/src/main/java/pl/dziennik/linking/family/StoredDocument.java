package pl.dziennik.linking.family;

import pl.dziennik.events.document.Audience;

/** A document of the copy, as it came. */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record StoredDocument(Audience audience, String period, long epoch, long version, byte[] content) {}
