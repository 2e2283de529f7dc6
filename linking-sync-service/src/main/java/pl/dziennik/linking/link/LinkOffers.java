package pl.dziennik.linking.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.FactJson;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** What the consent page names, from the login at the school to the decision. */
public final class LinkOffers {
  private static final String KEEP =
      "insert into link_offers (link_id, offer, language) values (?, ?, ?)";

  private LinkOffers() {}

  static void keep(Connection tx, UUID link, LinkOffer offer, String language) throws SQLException {
    Statements.update(tx, KEEP, link, json(offer), language);
  }

  /**
   * The language of the text that the consent is shown in. It stays the one of the login when the
   * account's changes meanwhile: what is kept as evidence is what was shown.
   */
  public static Optional<String> languageOf(Connection tx, UUID link) throws SQLException {
    return Statements.list(
            tx, "select language from link_offers where link_id = ?", (Row r) -> r.text(1), link)
        .stream()
        .findFirst();
  }

  public static Optional<LinkOffer> of(Connection tx, UUID link) throws SQLException {
    return Statements.list(
            tx,
            "select offer from link_offers where link_id = ?",
            (Row r) -> offer(r.text(1)),
            link)
        .stream()
        .findFirst();
  }

  /** The pupils that the link covers from now on; what the consent page named goes. */
  public static void cover(Connection tx, UUID link, LinkOffer offer) throws SQLException {
    for (LinkOffer.OfferedPupil pupil : offer.pupils()) {
      Statements.update(
          tx,
          "insert into link_pupils (link_id, pupil_id, first_name) values (?, ?, ?)",
          link,
          pupil.id(),
          pupil.firstName());
    }
    Statements.update(tx, "delete from link_offers where link_id = ?", link);
  }

  private static String json(LinkOffer offer) {
    try {
      return FactJson.mapper().writeValueAsString(offer);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static LinkOffer offer(String json) {
    try {
      return FactJson.mapper().readValue(json, LinkOffer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an offer that cannot be read", e);
    }
  }
}
