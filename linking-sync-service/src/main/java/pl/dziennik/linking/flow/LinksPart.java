package pl.dziennik.linking.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import pl.dziennik.linking.consent.Consents;
import pl.dziennik.linking.export.ExportPart;
import pl.dziennik.support.sql.Transactions;

/** Links and the evidence of consents in the export of an account. */
@ApplicationScoped
class LinksPart implements ExportPart {
  private final AgroalDataSource dataSource;
  private final LinkReading reading;
  private final ObjectMapper mapper;

  LinksPart(AgroalDataSource dataSource, LinkReading reading, ObjectMapper mapper) {
    this.dataSource = dataSource;
    this.reading = reading;
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return "links";
  }

  @Override
  public JsonNode of(UUID account) throws SQLException {
    ObjectNode out = mapper.createObjectNode();
    ArrayNode links = out.putArray("links");
    for (LinkMessages.LinkResponse link : reading.all(account)) {
      links.add(mapper.<JsonNode>valueToTree(link));
    }
    ArrayNode consents = out.putArray("consents");
    List<Consents.Evidence> evidence =
        Transactions.in(dataSource, tx -> Consents.ofAccount(tx, account));
    for (Consents.Evidence e : evidence) {
      consents.add(mapper.<JsonNode>valueToTree(ReceiptResource.ReceiptResponse.of(account, e)));
    }
    return out;
  }
}
