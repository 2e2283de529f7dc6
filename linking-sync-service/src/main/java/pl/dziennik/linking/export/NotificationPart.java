package pl.dziennik.linking.export;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Devices, preferences and messages, from notification-service. */
@ApplicationScoped
class NotificationPart implements ExportPart {
  private final ExportClient client;
  private final String url;

  NotificationPart(ExportClient client, ExportConfig config) {
    this.client = client;
    this.url = config.notificationUrl();
  }

  @Override
  public String name() {
    return "notifications";
  }

  @Override
  public JsonNode of(UUID account) throws PartUnavailableException {
    return client.get(url, account);
  }
}
