package pl.dziennik.linking.family;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.document.DocumentBody.Profile;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Multikonto: every pupil over all links of an account, in Polish order of their names. */
@ApplicationScoped
class PupilListing {
  /** A profile counts only through the link's own need: another link's copy gives no right. */
  private static final String SELECT =
      "select "
          + CoveringLink.COLUMNS
          + """
          , p.pupil_id, p.first_name, coalesce(d.epoch || '.' || d.version, ''), \
          j.firstname, j.lastname, j.schoolname, j.classname, j.schoolyear
          from\s"""
          + CoveringLink.FROM
          + """
          left join link_scopes s on s.link_id = l.id and s.school_id = l.school_id
            and s.audience = 'PUPIL:' || p.pupil_id and s.category = 'PROFILE'
            and s.pupil_id = p.pupil_id and l.status = 'ACTIVE'
          left join documents d on d.school_id = s.school_id and d.audience = s.audience
            and d.category = s.category and d.period = '-'
          left join lateral (
            select x ->> 'firstName' as firstname, x ->> 'lastName' as lastname,
              x ->> 'schoolName' as schoolname, x ->> 'className' as classname,
              x ->> 'schoolYear' as schoolyear
            from cast(convert_from(d.content, 'UTF8') as jsonb) x) j on true
          where\s"""
          + CoveringLink.OF_ACCOUNT
          + """
          order by j.lastname collate "pl-x-icu" nulls last,
            coalesce(j.firstname, p.first_name) collate "pl-x-icu", p.pupil_id,\s"""
          + CoveringLink.ORDER;

  private final AgroalDataSource dataSource;

  PupilListing(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The pupils that some link of the account opens or would open if it were not suspended.
   *
   * @throws pl.dziennik.support.problem.Problem 503 {@code restoring}: it is not known whether a
   *     link still stands
   */
  List<ListedPupil> of(UUID account) throws SQLException {
    Map<UUID, ListedPupil> best = new LinkedHashMap<>();
    for (ListedPupil line : lines(account)) {
      switch (line.standing()) {
        case Standing.Restoring _ -> throw Right.restoring();
        case Standing.NoRight _ -> {
          // The school has taken the pupil from this account: reads say 404, so does the list.
        }
        case Standing.Readable _, Standing.Awaited _, Standing.Blocked _, Standing.Suspended _ ->
            best.merge(line.pupil(), line, PupilListing::better);
      }
    }
    return List.copyOf(best.values());
  }

  private static ListedPupil better(ListedPupil first, ListedPupil second) {
    return Comparator.<ListedPupil>comparingInt(p -> p.standing().rank()).compare(first, second)
            <= 0
        ? first
        : second;
  }

  private List<ListedPupil> lines(UUID account) throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      return Statements.list(c, SELECT, PupilListing::line, account);
    }
  }

  private static ListedPupil line(Row r) throws SQLException {
    int next = CoveringLink.WIDTH + 1;
    CoveringLink link = CoveringLink.of(r);
    UUID pupil = r.id(next);
    Standing standing = link.standing(pupil, Optional.empty());
    boolean isShown = standing instanceof Standing.Readable && !r.text(next + 2).isEmpty();
    return new ListedPupil(
        link,
        standing,
        pupil,
        r.text(next + 1),
        r.text(next + 2),
        isShown ? Optional.of(profile(r, pupil, next + 3)) : Optional.empty());
  }

  private static Profile profile(Row r, UUID pupil, int first) throws SQLException {
    return new Profile(
        pupil,
        r.text(first),
        r.text(first + 1),
        r.text(first + 2),
        r.text(first + 3),
        r.text(first + 4));
  }
}
