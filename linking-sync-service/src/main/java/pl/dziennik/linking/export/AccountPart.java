package pl.dziennik.linking.export;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The account itself, from librus-account-service. */
@ApplicationScoped
class AccountPart implements ExportPart {
  private final ExportClient client;
  private final String url;

  AccountPart(ExportClient client, ExportConfig config) {
    this.client = client;
    this.url = config.accountUrl();
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public JsonNode of(UUID account) throws PartUnavailableException {
    return client.get(url, account);
  }
}
