package pl.dziennik.linking.family;

import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;

/** An item of a document in the timeline, as it came. */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record TimelineEntry(
    Audience audience, Category category, String period, TimelinePosition position, byte[] item) {}
