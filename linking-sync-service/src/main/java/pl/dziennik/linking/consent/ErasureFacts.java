package pl.dziennik.linking.consent;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import pl.dziennik.events.CopyErased;
import pl.dziennik.events.FactJson;
import pl.dziennik.support.inbox.Message;
import pl.dziennik.support.inbox.MessageHandler;
import pl.dziennik.support.inbox.UndecodableException;

/** notification-service has erased its part: the evidence names when. */
final class ErasureFacts implements MessageHandler {

  @Override
  public void handle(Connection tx, Message message) throws UndecodableException, SQLException {
    try {
      if (FactJson.read(message.type(), message.payload()).orElse(null)
          instanceof CopyErased erased) {
        Consents.notificationsErased(tx, erased.linkId(), erased.erasedAt());
      }
    } catch (IOException e) {
      throw new UndecodableException("not a " + message.type(), e);
    }
  }
}
