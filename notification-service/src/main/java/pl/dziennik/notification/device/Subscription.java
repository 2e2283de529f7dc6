package pl.dziennik.notification.device;

import java.time.Instant;

/**
 * What a browser's subscription says.
 *
 * @param authorisedAt when the token was issued with which it comes
 */
record Subscription(String endpoint, PushKeys keys, String name, Instant authorisedAt) {
  Subscription spelt(String other) {
    return new Subscription(other, keys, name, authorisedAt);
  }
}
