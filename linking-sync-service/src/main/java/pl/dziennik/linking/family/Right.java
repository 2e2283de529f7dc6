package pl.dziennik.linking.family;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.problem.Problem;

/** The link that opens a pupil to the caller, and what it opens. */
record Right(CoveringLink link, Standing standing) {
  private static final String RETRY_SECONDS = "30";

  /**
   * The first of these links that gives a right.
   *
   * @param links of the calling account that cover the pupil
   * @throws Problem 404 without any right; 409 {@code blocked-by-school} or {@code link-suspended};
   *     503 {@code restoring}
   */
  static Right of(Collection<CoveringLink> links, UUID pupil, Optional<Category> category) {
    Right best =
        links.stream()
            .map(link -> new Right(link, link.standing(pupil, category)))
            .min(Comparator.comparingInt(r -> r.standing().rank()))
            .orElseThrow(Problem::notFound);
    return switch (best.standing()) {
      case Standing.Readable _, Standing.Awaited _ -> best;
      case Standing.Blocked(Category blocked) -> throw blocked(blocked);
      case Standing.Suspended(SuspensionReason reason) -> throw suspended(reason);
      case Standing.Restoring _ -> throw restoring();
      case Standing.NoRight _ -> throw Problem.notFound();
    };
  }

  /** Whether the ACCESS document has come; without it there is nothing to show yet. */
  boolean isKnown() {
    return standing instanceof Standing.Readable;
  }

  /** Whether the link's own ACCESS document opens this. */
  boolean opens(Audience audience, Category category) {
    return standing instanceof Standing.Readable readable && readable.isOpen(audience, category);
  }

  /** The copy was restored and has not been compared with Synergia: nothing is served. */
  static Problem restoring() {
    return Problem.of(503, "restoring", "The copy is being compared with the school; try again.")
        .header("Retry-After", RETRY_SECONDS);
  }

  private static Problem suspended(SuspensionReason reason) {
    return Problem.of(409, "link-suspended", "The link stands, but is not read at present.")
        .with("reason", reason);
  }

  // A state of the school's doing like a suspension, not a matter of who calls: hence no 403, at
  // which clients sign in anew.
  private static Problem blocked(Category category) {
    return Problem.of(409, "blocked-by-school", "The school does not share this with the app.")
        .with("category", category);
  }
}
