package pl.dziennik.linking.school;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;
import pl.dziennik.linking.sync.SchoolRegisters;

/** Synergia's internal registers over HTTP; an answer that is not understood is tried again. */
@ApplicationScoped
class HttpSchoolRegisters implements SchoolRegisters {
  private final SynergiaClient synergia;

  HttpSchoolRegisters(SynergiaClient synergia) {
    this.synergia = synergia;
  }

  @Override
  public Answer live(UUID school, UUID link, long epoch, String ticket) throws IOException {
    ObjectNode body = object().put("state", "LIVE").put("epoch", epoch).put("ticket", ticket);
    SynergiaClient.Reply reply = synergia.put(grant(school, link), body);
    return switch (reply.status() + " " + reply.code()) {
      case "200 " -> new Answer.Taken();
      case "409 epoch-differs" -> new Answer.EpochDiffers(reply.body().path("epoch").asLong());
      case "409 grant-ended" -> new Answer.Ended();
      case "422 bad-ticket" -> new Answer.TicketRefused();
      default -> throw reply.unexpected();
    };
  }

  @Override
  public void ended(UUID school, UUID link, String ticket) throws IOException {
    ObjectNode body = object().put("state", "ENDED").put("epoch", 0).put("ticket", ticket);
    synergia.put(grant(school, link), body).mustBe(200);
  }

  @Override
  public void need(Scope scope, Generation generation, List<String> heldPeriods)
      throws IOException {
    ObjectNode body = object();
    body.putObject("generation")
        .put("epoch", generation.epoch())
        .put("number", generation.number());
    heldPeriods.forEach(body.putArray("heldPeriods")::add);
    String path = school(scope.schoolId()) + "/scopes/" + scope.audience() + "/" + scope.category();
    synergia.put(path, body).mustBe(204);
  }

  @Override
  public GrantList grants(UUID school) throws IOException {
    JsonNode page = synergia.get(school(school) + "/reconciliation/grants").mustBe(200);
    List<Grant> out = new ArrayList<>();
    for (JsonNode g : page.path("items")) {
      out.add(
          new Grant(
              UUID.fromString(g.path("linkId").asText()),
              "LIVE".equals(g.path("state").asText()),
              g.path("confirmedEpoch").asLong(),
              text(g, "accountId").map(UUID::fromString),
              text(g, "consumerAccountId").map(UUID::fromString),
              text(g, "issuedAt").map(Instant::parse)));
    }
    return new GrantList(page.path("epoch").asLong(), out);
  }

  @Override
  public List<ScopeState> scopes(UUID school) throws IOException {
    List<ScopeState> out = new ArrayList<>();
    for (JsonNode s : synergia.get(school(school) + "/reconciliation/scopes").mustBe(200)) {
      JsonNode g = s.path("generation");
      out.add(
          new ScopeState(
              key(school, s, DocumentKey.NO_PERIOD).scope(),
              new Generation(g.path("epoch").asLong(), g.path("number").asLong()),
              s.path("live").asBoolean()));
    }
    return out;
  }

  @Override
  public List<DocumentState> documents(UUID school) throws IOException {
    List<DocumentState> out = new ArrayList<>();
    for (JsonNode d : synergia.get(school(school) + "/reconciliation/documents").mustBe(200)) {
      out.add(
          new DocumentState(
              key(school, d, d.path("period").asText()),
              d.path("version").asLong(),
              d.path("hash").asText(),
              d.path("onTheWay").asBoolean()));
    }
    return out;
  }

  @Override
  public List<UUID> schoolsWithGrants() throws IOException {
    List<UUID> out = new ArrayList<>();
    for (JsonNode id : synergia.get("/internal/v1/schools").mustBe(200)) {
      out.add(UUID.fromString(id.asText()));
    }
    return out;
  }

  @Override
  public long restored(UUID school, long known, long above) throws IOException {
    ObjectNode body = object().put("known", known).put("above", above);
    return synergia.put(school(school) + "/epoch", body).mustBe(200).path("epoch").asLong();
  }

  private static DocumentKey key(UUID school, JsonNode node, String period) {
    return new DocumentKey(
        school,
        Audience.parse(node.path("audience").asText()),
        Category.valueOf(node.path("category").asText()),
        period);
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String school(UUID school) {
    return "/internal/v1/schools/" + school;
  }

  private static String grant(UUID school, UUID link) {
    return school(school) + "/grants/" + link;
  }
}
