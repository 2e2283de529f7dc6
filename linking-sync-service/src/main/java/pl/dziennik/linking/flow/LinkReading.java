package pl.dziennik.linking.flow;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.document.DocumentBody.Access;
import pl.dziennik.events.document.DocumentBody.AccessPupil;
import pl.dziennik.linking.flow.LinkMessages.CoveredPupil;
import pl.dziennik.linking.flow.LinkMessages.LinkResponse;
import pl.dziennik.linking.flow.LinkMessages.SchoolAccountResponse;
import pl.dziennik.linking.link.LinkStatus;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.linking.school.SchoolLogin;
import pl.dziennik.linking.sync.LinkCopy;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** Reads links for their holder. */
@ApplicationScoped
class LinkReading {
  private static final String BLOCKED_AT_SCHOOL = "SCHOOL_ACCOUNT_BLOCKED";
  private static final String RENEWAL_DUE = "CONSENT_RENEWAL_DUE";

  private final AgroalDataSource dataSource;
  private final ConsentViews consents;
  private final SchoolLogin school;

  LinkReading(AgroalDataSource dataSource, ConsentViews consents, SchoolLogin school) {
    this.dataSource = dataSource;
    this.consents = consents;
    this.school = school;
  }

  LinkResponse one(UUID account, UUID link) throws SQLException {
    return Transactions.in(
        dataSource,
        tx -> view(tx, account, LinkRow.one(tx, account, link).orElseThrow(Problem::notFound)));
  }

  List<LinkResponse> all(UUID account) throws SQLException {
    return Transactions.in(
        dataSource,
        tx -> {
          List<LinkResponse> out = new java.util.ArrayList<>();
          for (LinkRow row : LinkRow.ofAccount(tx, account)) {
            out.add(view(tx, account, row));
          }
          return out;
        });
  }

  private LinkResponse view(Connection tx, UUID account, LinkRow row) throws SQLException {
    Optional<Access> access = access(tx, row);
    List<CoveredPupil> covered = covered(tx, row.id());
    boolean isBlocked = row.isActive() && access.filter(a -> !a.enabled()).isPresent();
    return new LinkResponse(
        row.id(),
        isBlocked ? LinkStatus.SUSPENDED : row.status(),
        reason(row, isBlocked),
        row.createdAt(),
        row.isActive() ? Optional.empty() : row.expiresAt(),
        authorizationUrl(tx, row),
        row.schoolId().map(s -> new SchoolAccountResponse(s, row.schoolName(), row.login())),
        row.status() == LinkStatus.AWAITING_CONSENT
            ? consents.toGive(tx, account, row.id())
            : Optional.empty(),
        covered,
        confirmable(access, covered),
        row.isActive() ? Optional.of(SyncViews.of(tx, row.id())) : Optional.empty());
  }

  private static Optional<String> reason(LinkRow row, boolean isBlocked) {
    if (isBlocked) {
      return Optional.of(BLOCKED_AT_SCHOOL);
    }
    return row.status() == LinkStatus.SUSPENDED
        ? Optional.of(RENEWAL_DUE)
        : Optional.of(row.endReason()).filter(r -> !r.isEmpty());
  }

  private Optional<String> authorizationUrl(Connection tx, LinkRow row) throws SQLException {
    return row.status() == LinkStatus.AWAITING_LOGIN
        ? PendingLinks.login(tx, row.id())
            .map(l -> school.authorizationUrl(l.state(), l.codeVerifier()))
        : Optional.empty();
  }

  private static Optional<Access> access(Connection tx, LinkRow row) throws SQLException {
    return row.isActive()
        ? LinkCopy.access(tx, row.schoolId().orElseThrow(), row.synergiaAccountId().orElseThrow())
        : Optional.empty();
  }

  private static List<CoveredPupil> covered(Connection tx, UUID link) throws SQLException {
    return Statements.list(
        tx,
        "select pupil_id, first_name from link_pupils where link_id = ?"
            + " order by first_name collate \"pl-x-icu\", pupil_id",
        (Row r) -> new CoveredPupil(r.id(1), r.text(2)),
        link);
  }

  private static List<UUID> confirmable(Optional<Access> access, List<CoveredPupil> covered) {
    List<UUID> ours = covered.stream().map(CoveredPupil::id).toList();
    return access.map(Access::pupils).orElse(List.of()).stream()
        .map(AccessPupil::pupilId)
        .filter(p -> !ours.contains(p))
        .toList();
  }
}
