package pl.dziennik.linking.family;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Reads a page of a pupil's timeline: the right and the entries in one statement. */
@ApplicationScoped
class TimelineReading {
  private static final String SELECT =
      "select "
          + CoveringLink.COLUMNS
          + ", w.awaited, t.audience, t.category, t.period, t.since, t.item_id, t.revision, t.entry"
          + " from "
          + CoveringLink.FROM
          + """
          cross join lateral (
            select coalesce(bool_or(\
          """
          + CopyState.AWAITED
          + """
            ), false) as awaited
            from link_scopes s
            join scopes c on c.school_id = s.school_id and c.audience = s.audience
              and c.category = s.category
            where s.link_id = l.id and s.pupil_id = p.pupil_id and s.category <> 'PROFILE') w
          left join lateral (
            select n.* from link_scopes s
            cross join lateral (
              select e.audience, e.category, e.period, e.since, e.item_id, e.revision, e.entry
              from timeline e
              where e.school_id = s.school_id and e.audience = s.audience
                and e.category = s.category and e.shown
                and (e.since, e.item_id, e.revision, e.audience)
                  < (cast(? as timestamptz), cast(? as uuid), cast(? as bigint), ?)
              order by e.since desc, e.item_id desc, e.revision desc, e.audience desc
              limit ?) n
            where s.link_id = l.id and s.pupil_id = p.pupil_id
            order by n.since desc, n.item_id desc, n.revision desc, n.audience desc
            limit ?) t on true
          where\s"""
          + CoveringLink.OF_ACCOUNT
          + " and p.pupil_id = ? order by "
          + CoveringLink.ORDER
          + ", t.since desc, t.item_id desc, t.revision desc, t.audience desc";

  private final AgroalDataSource dataSource;
  private final CopyState state;

  TimelineReading(AgroalDataSource dataSource, CopyState state) {
    this.dataSource = dataSource;
    this.state = state;
  }

  private record Line(CoveringLink link, boolean isAwaited, Optional<TimelineEntry> entry) {}

  /**
   * Entries after a position, newest first.
   *
   * @throws pl.dziennik.support.problem.Problem as {@link Right#of} says
   */
  FoundEntries find(UUID account, UUID pupil, TimelinePosition after, int limit)
      throws SQLException {
    List<Line> lines = lines(account, pupil, after, limit);
    Map<UUID, CoveringLink> links = new LinkedHashMap<>();
    lines.forEach(line -> links.putIfAbsent(line.link().id(), line.link()));
    Right right = Right.of(links.values(), pupil, Optional.empty());
    List<Line> own =
        lines.stream().filter(line -> line.link().id().equals(right.link().id())).toList();
    return new FoundEntries(
        right.link(),
        right.isKnown() && own.stream().noneMatch(Line::isAwaited),
        own.stream()
            .flatMap(line -> line.entry().stream())
            .filter(e -> right.opens(e.audience(), e.category()))
            .toList());
  }

  private List<Line> lines(UUID account, UUID pupil, TimelinePosition after, int limit)
      throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      return Statements.list(
          c,
          SELECT,
          TimelineReading::line,
          state.youngSince(),
          after.since(),
          after.itemId(),
          after.revision(),
          after.audience(),
          limit,
          limit,
          account,
          pupil);
    }
  }

  private static Line line(Row r) throws SQLException {
    int awaited = CoveringLink.WIDTH + 1;
    return new Line(
        CoveringLink.of(r),
        r.flag(awaited),
        r.optionalId(awaited + 5).isEmpty()
            ? Optional.empty()
            : Optional.of(entry(r, awaited + 1)));
  }

  private static TimelineEntry entry(Row r, int first) throws SQLException {
    Audience audience = Audience.parse(r.text(first));
    return new TimelineEntry(
        audience,
        Category.valueOf(r.text(first + 1)),
        r.text(first + 2),
        TimelinePosition.of(
            r.instant(first + 3), r.id(first + 4), r.big(first + 5), audience.toString()),
        r.text(first + 6).getBytes(StandardCharsets.UTF_8));
  }
}
