package pl.dziennik.linking.flow;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.linking.account.ConsumerAccounts;
import pl.dziennik.linking.account.ConsumerAccounts.Account;
import pl.dziennik.linking.consent.ConsentTexts;
import pl.dziennik.linking.link.ConsentPage;
import pl.dziennik.linking.link.LinkStatus;
import pl.dziennik.linking.link.PendingLink;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.linking.link.StandingLinks;
import pl.dziennik.linking.school.GrantTicketClient;
import pl.dziennik.linking.school.SchoolLogin;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.SchoolEpochs;
import pl.dziennik.support.keycloak.IdentityUnavailable;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Transactions;

/**
 * Takes the answer of the login at the school: trades the code, asks for the grant ticket, ends the
 * school session and drops its tokens. The state serves once, whatever comes of it; a login that
 * leads nowhere ends the link, and the person begins another.
 */
@ApplicationScoped
class SchoolSignIn {
  private static final Logger LOG = Logger.getLogger(SchoolSignIn.class);

  private final AgroalDataSource dataSource;
  private final SchoolLogin school;
  private final GrantTicketClient tickets;
  private final ConsentTexts texts;
  private final LinkingConfig config;
  private final Clock clock;

  SchoolSignIn(
      AgroalDataSource dataSource,
      SchoolLogin school,
      GrantTicketClient tickets,
      ConsentTexts texts,
      LinkingConfig config,
      Clock clock) {
    this.dataSource = dataSource;
    this.school = school;
    this.tickets = tickets;
    this.texts = texts;
    this.config = config;
    this.clock = clock;
  }

  /** What came back from the login. */
  record Answer(String code, String state, String issuer) {}

  void complete(UUID account, UUID link, Answer answer) throws SQLException {
    PendingLinks.Login login =
        Transactions.in(dataSource, tx -> takeLogin(tx, account, link, answer));
    Outcome outcome = outcome(account, link, answer.code(), login.codeVerifier());
    Optional<Problem> refusal =
        Transactions.in(dataSource, tx -> conclude(tx, account, link, outcome));
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  private sealed interface Outcome {
    record SignedIn(GrantTicketClient.Answer.Issued issued) implements Outcome {}

    record Failed(Problem why) implements Outcome {}
  }

  private PendingLinks.Login takeLogin(Connection tx, UUID account, UUID link, Answer answer)
      throws SQLException {
    requireNotOver(PendingLinks.lockOwn(tx, account, link).orElseThrow(Problem::notFound));
    PendingLinks.Login login =
        PendingLinks.login(tx, link)
            .orElseThrow(
                () ->
                    Problem.of(409, "link-not-awaiting-login", "This login was answered before."));
    if (!answer.issuer().equals(school.issuer())) {
      throw Problem.unprocessable("issuer-mismatch", "iss", "Not the school's sign-in.");
    }
    if (!answer.state().equals(login.state())) {
      throw Problem.unprocessable("state-mismatch", "state", "Not the state of this login.");
    }
    PendingLinks.endLogin(tx, link);
    return login;
  }

  private void requireNotOver(PendingLink link) {
    boolean isOver =
        switch (link.status()) {
          case AWAITING_LOGIN, AWAITING_CONSENT, AWAITING_GUARDIAN ->
              link.isExpired(clock.instant());
          case ACTIVE, SUSPENDED -> false;
          case REVOKED, EXPIRED, CANCELLED -> true;
        };
    if (isOver) {
      throw Problem.of(410, "link-expired", "The time for signing in is over: begin anew.");
    }
  }

  private Outcome outcome(UUID account, UUID link, String code, String verifier) {
    try {
      Optional<SchoolLogin.Session> session = school.redeem(code, verifier);
      if (session.isEmpty()) {
        return new Outcome.Failed(
            Problem.unprocessable("code-refused", "code", "The school's sign-in refuses it."));
      }
      try {
        return outcome(tickets.issue(session.get().accessToken(), link, account));
      } finally {
        school.end(session.get());
      }
    } catch (IdentityUnavailable | IOException e) {
      LOG.warnf("link=%s: the school does not answer: %s", link, e.getMessage());
      return new Outcome.Failed(
          Problem.of(503, "school-unavailable", "The school does not answer: begin anew later.")
              .header("Retry-After", "10"));
    }
  }

  private static Outcome outcome(GrantTicketClient.Answer answer) {
    return switch (answer) {
      case GrantTicketClient.Answer.Issued issued -> new Outcome.SignedIn(issued);
      case GrantTicketClient.Answer.RegulationsNotAccepted() ->
          new Outcome.Failed(
              Problem.of(
                  409,
                  "regulations-not-accepted",
                  "Accept the school's regulations at /school first, then begin anew."));
      case GrantTicketClient.Answer.NothingToLink() ->
          new Outcome.Failed(
              Problem.of(409, "nothing-to-link", "This school account sees no pupil."));
    };
  }

  /** The refusal is returned and not thrown: the end of the link is to be committed. */
  private Optional<Problem> conclude(Connection tx, UUID account, UUID link, Outcome outcome)
      throws SQLException {
    return switch (outcome) {
      case Outcome.Failed(Problem why) -> {
        PendingLinks.leave(tx, link, LinkStatus.CANCELLED, EndReason.LOGIN_FAILED);
        yield Optional.of(why);
      }
      case Outcome.SignedIn(GrantTicketClient.Answer.Issued issued) ->
          signedIn(tx, account, link, issued);
    };
  }

  private Optional<Problem> signedIn(
      Connection tx, UUID account, UUID link, GrantTicketClient.Answer.Issued issued)
      throws SQLException {
    Optional<Account> holder = ConsumerAccounts.lock(tx, account);
    if (holder.isEmpty()) {
      return Optional.of(Problem.notFound());
    }
    Optional<UUID> other =
        StandingLinks.find(tx, account, issued.schoolId(), issued.synergiaAccountId());
    if (other.isPresent()) {
      PendingLinks.leave(tx, link, LinkStatus.CANCELLED, EndReason.ALREADY_LINKED);
      return Optional.of(
          Problem.of(409, "already-linked", "This school account is linked already.")
              .with("linkId", other.get()));
    }
    boolean isWaiting =
        PendingLinks.signedIn(
            tx,
            link,
            new PendingLinks.SchoolSide(
                issued.schoolId(), issued.synergiaAccountId(), issued.ticket(), clock.instant()),
            new ConsentPage(
                issued.offer(),
                texts.in(holder.get().language()).language(),
                clock.instant().plus(config.consentLife())));
    SchoolEpochs.notice(tx, issued.schoolId(), issued.epoch());
    return isWaiting
        ? Optional.empty()
        : Optional.of(Problem.of(410, "link-expired", "This link does not wait any more."));
  }
}
