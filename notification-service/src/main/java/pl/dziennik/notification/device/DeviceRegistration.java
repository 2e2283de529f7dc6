package pl.dziennik.notification.device;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.notification.device.Devices.Device;
import pl.dziennik.notification.register.Accounts;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Transactions;

/**
 * Registers a browser for an account. Who holds its endpoint and keys holds the browser: another
 * account that registers the same endpoint takes it over, so that the person who sits there now
 * does not get the news of the one before.
 */
@Singleton
class DeviceRegistration {
  private static final int MOST = 20;

  private final AgroalDataSource dataSource;
  private final PushHosts hosts;
  private final Ids ids;
  private final Clock clock;

  DeviceRegistration(AgroalDataSource dataSource, PushHosts hosts, Ids ids, Clock clock) {
    this.dataSource = dataSource;
    this.hosts = hosts;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param isNew false where only keys and name were replaced
   */
  record Registered(Device device, boolean isNew) {}

  Registered register(UUID account, Subscription subscription) throws SQLException {
    String endpoint =
        hosts
            .accepted(subscription.endpoint())
            .orElseThrow(
                () ->
                    Problem.unprocessable(
                        "push-host-not-allowed",
                        "endpoint",
                        "Not an https endpoint of a known push service."));
    Subscription spelt = subscription.spelt(endpoint);
    return Transactions.in(dataSource, tx -> register(tx, account, spelt));
  }

  private Registered register(Connection tx, UUID account, Subscription s) throws SQLException {
    Devices.lock(tx, s.endpoint());
    Accounts.require(tx, account, s.authorisedAt());
    Optional<Device> known = Devices.find(tx, account, s.endpoint());
    if (known.isPresent()) {
      Device old = known.get();
      Device again = new Device(old.id(), s.name(), old.host(), clock.instant());
      Devices.replace(tx, account, again, s);
      return new Registered(again, false);
    }
    if (Devices.of(tx, account).size() >= MOST) {
      throw Problem.of(409, "too-many-devices", "An account has at most 20 devices.");
    }
    Devices.release(tx, s.endpoint());
    String host = URI.create(s.endpoint()).getHost();
    Device fresh = new Device(ids.next(), s.name(), host, clock.instant());
    Devices.insert(tx, account, fresh, s);
    return new Registered(fresh, true);
  }
}
