package pl.dziennik.linking.family;

import java.util.List;
import java.util.UUID;

/**
 * What a read found.
 *
 * @param isComplete false while the first download is under way
 */
record FoundDocuments(
    UUID pupil, CoveringLink link, boolean isComplete, List<StoredDocument> documents) {

  /** Changes with every document that was read, the ACCESS document and the link. */
  Tag tag() {
    Tag tag = new Tag().add(link.id()).add(link.accessState()).add(isComplete);
    for (StoredDocument d : documents) {
      tag.add(d.audience()).add(d.period()).add(d.epoch()).add(d.version());
    }
    return tag;
  }
}
