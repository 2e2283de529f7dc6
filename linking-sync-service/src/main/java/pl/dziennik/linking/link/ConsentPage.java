package pl.dziennik.linking.link;

import java.time.Instant;

/**
 * What the consent page is to show.
 *
 * @param language of the consent's text
 * @param expiresAt when the consent is not awaited any more
 */
public record ConsentPage(LinkOffer offer, String language, Instant expiresAt) {}
