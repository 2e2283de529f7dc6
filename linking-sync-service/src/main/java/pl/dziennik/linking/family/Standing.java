package pl.dziennik.linking.family;

import java.util.Set;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;

/** What one link says about one pupil, and about one category where one is asked for. */
sealed interface Standing {

  /** The ACCESS document lists the pupil. */
  record Readable(UUID pupil, Set<UUID> classIds, Set<Category> blocked) implements Standing {

    boolean isOpen(Audience audience, Category category) {
      return !blocked.contains(category)
          && switch (audience.type()) {
            case PUPIL -> audience.id().equals(pupil);
            case CLASS -> classIds.contains(audience.id());
            case ACCOUNT, SCHOOL -> false;
          };
    }
  }

  /** The link stands, its ACCESS document is on its way: nothing is refused, nothing shown. */
  record Awaited() implements Standing {}

  record Blocked(Category category) implements Standing {}

  record Suspended(SuspensionReason reason) implements Standing {}

  /** After a restore it is not known whether the link still stands (sync rule 21). */
  record Restoring() implements Standing {}

  record NoRight() implements Standing {}

  /** Of several links the one with the lowest rank speaks. */
  default int rank() {
    return switch (this) {
      case Readable _ -> 0;
      case Awaited _ -> 1;
      case Blocked _ -> 2;
      case Suspended _ -> 3;
      case Restoring _ -> 4;
      case NoRight _ -> 5;
    };
  }
}
