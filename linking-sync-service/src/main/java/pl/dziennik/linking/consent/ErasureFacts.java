package pl.dziennik.linking.consent;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import pl.dziennik.events.CopyErased;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.support.inbox.FactHandler;
import pl.dziennik.support.inbox.MessageHandler;

/** notification-service has erased its part: the evidence names when. */
final class ErasureFacts {
  private ErasureFacts() {}

  /** Each fact is of another link, so none needs to wait: all are final. */
  static MessageHandler handler() {
    return new FactHandler<>(FactJson::read, ErasureFacts::take, CopyErased.class::isInstance);
  }

  private static void take(Connection tx, Fact fact) throws SQLException {
    if (fact instanceof CopyErased erased) {
      // Half a fact would be evidence of nothing, and nobody would see it: it is parked.
      Consents.notificationsErased(
          tx, Objects.requireNonNull(erased.linkId()), Objects.requireNonNull(erased.erasedAt()));
    }
  }
}
