package pl.dziennik.linking.family;

import java.util.List;

/** Entries of one link's timeline, newest first. */
record FoundEntries(CoveringLink link, boolean isComplete, List<TimelineEntry> entries) {}
