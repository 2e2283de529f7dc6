package pl.dziennik.linking.consent;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.linking.link.LinkOffer;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * The evidence of consents. Rows stay after the end; their end and the erasure are noted in them.
 */
public final class Consents {
  private static final String INSERT =
      """
      insert into consents (id, link_id, account_id, email, school_id, school_name, login, pupil_ids,
        text_id, text_version, language, sha256, text, ticket, given_at)
      select ?, l.id, l.account_id, ?, l.school_id, l.school_name, l.login, cast(? as uuid[]),
        ?, ?, ?, ?, ?, l.ticket, ?
      from links l where l.id = ?
      """;
  private static final String COLUMNS =
      """
      select id, link_id, email, school_id, school_name, login, array_to_string(pupil_ids, ','),
        text_id, text_version, language, sha256, text, given_at, ended_at, end_reason,
        copy_erased_at, notifications_erased_at, authorised_by, authorised_at,
        authorised_language, authorised_sha256
      from consents
      """;

  /** What another person agreed to, before the mailbox took the account over, is theirs alone. */
  private static final String OF_THE_HOLDER = " and end_reason <> 'HOLDER_CHANGED'";

  private Consents() {}

  /** What was agreed to and what became of it. */
  public record Evidence(
      UUID id,
      UUID linkId,
      String email,
      School school,
      AgreedText text,
      Instant givenAt,
      Optional<Authorisation> authorisation,
      Optional<Ending> ending) {}

  /**
   * @param login of the school account
   */
  public record School(UUID id, String name, String login, List<UUID> pupilIds) {}

  @Schema(name = "FamilyAgreedText")
  public record AgreedText(String id, String version, String language, String sha256, String text) {

    static AgreedText of(ConsentText text) {
      return new AgreedText(
          text.textId(), text.version(), text.language(), text.sha256(), text.text());
    }
  }

  /**
   * A guardian's decision for an account holder under 16.
   *
   * @param read the text that their page showed; empty when the decision did not say
   */
  public record Authorisation(String by, Instant at, Optional<AuthorisedText> read) {}

  /** The holder's text in the language that the guardian read it in. */
  @Schema(name = "FamilyAuthorisedText")
  public record AuthorisedText(String language, String sha256) {}

  /** The end of the consent; the erasures are empty as long as they are not complete. */
  public record Ending(
      Instant at,
      String reason,
      Optional<Instant> copyErasedAt,
      Optional<Instant> notificationsErasedAt) {}

  static void give(
      Connection tx, UUID id, UUID link, Given given, LinkOffer offer, ConsentText text)
      throws SQLException {
    Statements.update(
        tx,
        INSERT,
        id,
        given.email(),
        offer.pupils().stream().map(LinkOffer.OfferedPupil::id).toList(),
        text.textId(),
        text.version(),
        text.language(),
        text.sha256(),
        text.text(),
        given.at(),
        link);
  }

  /** Who consented and when. */
  record Given(String email, Instant at) {}

  static void authorise(Connection tx, UUID link, Authorisation guardian) throws SQLException {
    Statements.update(
        tx,
        "update consents set authorised_by = ?, authorised_at = ?, authorised_language = ?,"
            + " authorised_sha256 = ? where link_id = ? and ended_at is null",
        guardian.by(),
        guardian.at(),
        guardian.read().map(AuthorisedText::language).orElse(""),
        guardian.read().map(AuthorisedText::sha256).orElse(""),
        link);
  }

  /** The text that the holder of a link agreed to, to the letter. */
  static AgreedText textOf(Connection tx, UUID link) throws SQLException {
    return Statements.list(
            tx,
            "select text_id, text_version, language, sha256, text from consents"
                + " where link_id = ? and ended_at is null",
            (Row r) -> new AgreedText(r.text(1), r.text(2), r.text(3), r.text(4), r.text(5)),
            link)
        .getFirst();
  }

  static void notificationsErased(Connection tx, UUID link, Instant at) throws SQLException {
    Statements.update(
        tx,
        "update consents set notifications_erased_at = ?"
            + " where link_id = ? and ended_at is not null and notifications_erased_at is null",
        at,
        link);
  }

  /** The newest consent of a link of that account. */
  public static Optional<Evidence> ofLink(Connection tx, UUID account, UUID link)
      throws SQLException {
    return Statements.list(
            tx,
            COLUMNS
                + " where account_id = ? and link_id = ?"
                + OF_THE_HOLDER
                + " order by given_at desc limit 1",
            Consents::evidence,
            account,
            link)
        .stream()
        .findFirst();
  }

  public static List<Evidence> ofAccount(Connection tx, UUID account) throws SQLException {
    return Statements.list(
        tx,
        COLUMNS + " where account_id = ?" + OF_THE_HOLDER + " order by given_at",
        Consents::evidence,
        account);
  }

  private static Evidence evidence(Row r) throws SQLException {
    return new Evidence(
        r.id(1),
        r.id(2),
        r.text(3),
        new School(r.id(4), r.text(5), r.text(6), ids(r.text(7))),
        new AgreedText(r.text(8), r.text(9), r.text(10), r.text(11), r.text(12)),
        r.instant(13),
        authorisation(r),
        ending(r));
  }

  private static Optional<Authorisation> authorisation(Row r) throws SQLException {
    Optional<Instant> at = r.optionalInstant(19);
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Authorisation(r.text(18), at.get(), authorisedText(r)));
  }

  private static Optional<AuthorisedText> authorisedText(Row r) throws SQLException {
    return Optional.of(new AuthorisedText(r.text(20), r.text(21)))
        .filter(t -> !t.sha256().isEmpty());
  }

  private static Optional<Ending> ending(Row r) throws SQLException {
    Optional<Instant> at = r.optionalInstant(14);
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Ending(at.get(), r.text(15), r.optionalInstant(16), r.optionalInstant(17)));
  }

  private static List<UUID> ids(String joined) {
    return joined.isEmpty()
        ? List.of()
        : java.util.Arrays.stream(joined.split(",")).map(UUID::fromString).toList();
  }
}
