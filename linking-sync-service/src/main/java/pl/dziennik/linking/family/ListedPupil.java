package pl.dziennik.linking.family;

import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.document.DocumentBody.Profile;

/**
 * A pupil in the list of an account.
 *
 * @param firstName as in the ticket
 * @param profileState epoch.version of the profile, empty as long as none has come
 * @param profile present when the link may show it
 */
record ListedPupil(
    CoveringLink link,
    Standing standing,
    UUID pupil,
    String firstName,
    String profileState,
    Optional<Profile> profile) {}
