package pl.dziennik.systemtests.journey;

import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Mailbox;

/**
 * Where a platform is.
 *
 * @param origin the gateway's public address, e.g. {@code http://localhost:8080}
 * @param mailbox the local mailbox, {@code pushService} the local stand-in of a browser's push
 *     service
 */
public record Places(String origin, String mailbox, String pushService) {

  /** The platform of this machine whose ports are all moved by that much. */
  public static Places local(int offset) {
    return new Places(
        "http://localhost:" + (8080 + offset),
        "http://localhost:" + (8025 + offset),
        "http://localhost:" + (8026 + offset));
  }

  public Api anonymous() {
    return Api.at(origin);
  }

  public Mailbox mailboxOf(String address) {
    return Mailbox.of(mailbox, address);
  }
}
