package pl.dziennik.linking.school;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Category;
import pl.dziennik.linking.link.LinkOffer;

/** Asks Synergia, with the person's own token, to let one link see that person's pupils. */
@ApplicationScoped
public class GrantTicketClient {
  private final SynergiaClient synergia;

  GrantTicketClient(SynergiaClient synergia) {
    this.synergia = synergia;
  }

  /** What Synergia says. */
  public sealed interface Answer {
    /**
     * @param ticket signed by Synergia for this link alone; kept as long as the link
     * @param epoch of the school
     */
    record Issued(String ticket, UUID schoolId, UUID synergiaAccountId, long epoch, LinkOffer offer)
        implements Answer {}

    /** The person has to accept the school's regulations first. */
    record RegulationsNotAccepted() implements Answer {}

    /** The account sees no pupil. */
    record NothingToLink() implements Answer {}
  }

  /**
   * Asks for the ticket.
   *
   * @throws IOException when Synergia does not answer, or not so
   */
  public Answer issue(String personToken, UUID link, UUID account) throws IOException {
    JsonNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("linkId", link.toString())
            .put("accountId", account.toString());
    SynergiaClient.Reply reply = synergia.postAs(personToken, "/internal/v1/grant-tickets", body);
    return switch (reply.status() + " " + reply.code()) {
      case "200 " -> understood(reply.body());
      case "409 regulations-not-accepted" -> new Answer.RegulationsNotAccepted();
      case "409 nothing-to-link", "403 forbidden" -> new Answer.NothingToLink();
      default -> throw reply.unexpected();
    };
  }

  private static Answer understood(JsonNode body) throws IOException {
    try {
      return issued(body);
    } catch (IllegalArgumentException e) {
      throw new IOException("Synergia's ticket is not understood", e);
    }
  }

  private static Answer issued(JsonNode body) throws IOException {
    List<LinkOffer.OfferedPupil> pupils = new ArrayList<>();
    for (JsonNode pupil : body.path("pupils")) {
      pupils.add(FactJson.mapper().treeToValue(pupil, LinkOffer.OfferedPupil.class));
    }
    return new Answer.Issued(
        body.path("ticket").asText(),
        UUID.fromString(body.path("schoolId").asText()),
        UUID.fromString(body.path("synergiaAccountId").asText()),
        body.path("epoch").asLong(),
        new LinkOffer(
            body.path("schoolName").asText(),
            body.path("login").asText(),
            body.path("displayName").asText(),
            pupils,
            known(body.path("categories"))));
  }

  /** Categories of a later version of Synergia are not ours to promise. */
  private static Set<Category> known(JsonNode names) {
    Set<Category> out = EnumSet.noneOf(Category.class);
    for (Category category : Category.values()) {
      for (JsonNode name : names) {
        if (category.name().equals(name.asText())) {
          out.add(category);
        }
      }
    }
    return out;
  }
}
