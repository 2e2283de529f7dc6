package pl.dziennik.events;

import java.time.Instant;
import java.util.UUID;
import pl.dziennik.events.document.Category;

/**
 * Something new became visible to one link: emitted after the copy holds it, at most once per item
 * revision and link.
 *
 * @param factId key of the timeline row with the link id; stable, so that a repeat can be dropped
 * @param category what is new; the content is fetched by the app, never carried here
 * @param since when it became visible to families (Synergia's clock)
 */
public record PupilHasNews(
    UUID accountId, String factId, UUID linkId, UUID pupilId, Category category, Instant since)
    implements Fact {}
