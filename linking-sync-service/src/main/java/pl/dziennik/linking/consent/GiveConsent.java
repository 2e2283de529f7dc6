package pl.dziennik.linking.consent;

import java.util.Optional;
import java.util.UUID;

/**
 * The person agrees.
 *
 * @param sha256 of the text that was shown, when the client says it
 * @param accepted must be true: nothing else is a consent
 * @param guardianEmail whom to ask for an account holder under 16, if the account names nobody
 */
public record GiveConsent(
    UUID accountId,
    UUID linkId,
    String textId,
    String version,
    Optional<String> sha256,
    boolean accepted,
    Optional<String> guardianEmail) {}
