package pl.dziennik.linking.consent;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.linking.link.LinkOffer;
import pl.dziennik.linking.link.LinkOffers;
import pl.dziennik.linking.link.LinkStatus;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.secret.OneTimeTokens;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** A guardian's yes begins the copy, a no ends the link and leaves no name of a pupil. */
@ApplicationScoped
class GuardianDeciding {
  private static final Logger LOG = Logger.getLogger(GuardianDeciding.class);
  private static final String REQUEST =
      """
      select g.link_id, g.email, a.email from guardian_requests g
      join links l on l.id = g.link_id join accounts a on a.id = l.account_id
      where g.hash = ? and g.expires_at > ? and l.status = 'AWAITING_GUARDIAN' and not a.deleted
      """;

  private final AgroalDataSource dataSource;
  private final OneTimeTokens tokens;
  private final GuardianTexts texts;
  private final Clock clock;

  GuardianDeciding(
      AgroalDataSource dataSource, OneTimeTokens tokens, GuardianTexts texts, Clock clock) {
    this.dataSource = dataSource;
    this.tokens = tokens;
    this.texts = texts;
    this.clock = clock;
  }

  /** What the guardian is asked. */
  record Question(
      String holderEmail,
      String schoolName,
      String login,
      List<String> firstNames,
      Consents.AgreedText text) {}

  private record Request(UUID link, String guardian, String holder) {}

  /**
   * Uses nothing up: a scanner may open the page.
   *
   * @param language of the page
   */
  Question question(String token, Optional<String> language) throws SQLException {
    return Transactions.in(
        dataSource,
        tx -> {
          Request request = request(tx, token);
          LinkOffer offer = LinkOffers.of(tx, request.link).orElseThrow();
          return new Question(
              request.holder,
              offer.schoolName(),
              offer.login(),
              offer.pupils().stream().map(LinkOffer.OfferedPupil::firstName).toList(),
              texts.in(language, Consents.textOf(tx, request.link)));
        });
  }

  /**
   * @param sha256 of the text that the page showed, when it says so
   */
  void confirm(String token, Optional<String> sha256) throws SQLException {
    Transactions.in(
        dataSource,
        tx -> {
          Request request = locked(tx, token);
          Consents.AgreedText agreed = Consents.textOf(tx, request.link);
          Consents.authorise(
              tx,
              request.link,
              new Consents.Authorisation(request.guardian, clock.instant(), read(sha256, agreed)));
          LinkOffers.cover(tx, request.link, LinkOffers.of(tx, request.link).orElseThrow());
          Statements.update(tx, "delete from guardian_requests where link_id = ?", request.link);
          LOG.infof("guardian confirmed link=%s", request.link);
          return LinkLife.activate(tx, request.link);
        });
  }

  private Optional<Consents.AuthorisedText> read(
      Optional<String> sha256, Consents.AgreedText agreed) {
    return sha256
        .map(s -> texts.shown(s, agreed))
        .map(t -> new Consents.AuthorisedText(t.language(), t.sha256()));
  }

  void refuse(String token) throws SQLException {
    Transactions.in(
        dataSource,
        tx -> {
          Request request = locked(tx, token);
          LOG.infof("guardian refused link=%s", request.link);
          return PendingLinks.leave(
              tx, request.link, LinkStatus.CANCELLED, EndReason.GUARDIAN_REFUSED);
        });
  }

  /** Two clicks take turns at the link's row; the second finds nothing. */
  private Request locked(Connection tx, String token) throws SQLException {
    if (PendingLinks.lock(tx, request(tx, token).link).isEmpty()) {
      throw gone();
    }
    return request(tx, token);
  }

  private Request request(Connection tx, String token) throws SQLException {
    return Statements.list(
            tx,
            REQUEST,
            (Row r) -> new Request(r.id(1), r.text(2), r.text(3)),
            tokens.hash(token),
            clock.instant())
        .stream()
        .findFirst()
        .orElseThrow(GuardianDeciding::gone);
  }

  private static Problem gone() {
    return Problem.of(410, "link-used-or-expired", "This link was used before or has expired.");
  }
}
