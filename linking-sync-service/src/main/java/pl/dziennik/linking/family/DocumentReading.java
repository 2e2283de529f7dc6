package pl.dziennik.linking.family;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Reads documents of a pupil: the right and the documents in one statement, fetched by key. */
@ApplicationScoped
class DocumentReading {
  private static final String SELECT =
      "select "
          + CoveringLink.COLUMNS
          + ", s.audience, d.period, d.epoch, d.version, d.content,"
          + " case when s.audience is null or d.period is not null then false else "
          + CopyState.AWAITED
          + " end from "
          + CoveringLink.FROM
          + """
          left join link_scopes s on s.link_id = l.id and s.school_id = l.school_id
            and s.category = ? and s.pupil_id = p.pupil_id
          left join scopes c on c.school_id = s.school_id and c.audience = s.audience
            and c.category = s.category
          left join documents d on d.school_id = s.school_id and d.audience = s.audience
            and d.category = s.category
            and (cast(? as text[]) is null or d.period = any(cast(? as text[])))
          where\s"""
          + CoveringLink.OF_ACCOUNT
          + " and p.pupil_id = ? order by "
          + CoveringLink.ORDER
          + ", d.period, s.audience";

  private final AgroalDataSource dataSource;
  private final CopyState state;

  DocumentReading(AgroalDataSource dataSource, CopyState state) {
    this.dataSource = dataSource;
    this.state = state;
  }

  private record Line(
      CoveringLink link, Optional<StoredDocument> document, boolean isScopeAwaited) {}

  /**
   * The documents that the account may see, in order of their periods.
   *
   * @param periods empty: all that are stored
   * @throws pl.dziennik.support.problem.Problem as {@link Right#of} says
   */
  FoundDocuments find(UUID account, UUID pupil, Category category, Optional<List<String>> periods)
      throws SQLException {
    List<Line> lines = lines(account, pupil, category, periods.orElse(null));
    Map<UUID, CoveringLink> links = new LinkedHashMap<>();
    lines.forEach(line -> links.putIfAbsent(line.link().id(), line.link()));
    Right right = Right.of(links.values(), pupil, Optional.of(category));
    List<Line> own =
        lines.stream().filter(line -> line.link().id().equals(right.link().id())).toList();
    return new FoundDocuments(
        pupil,
        right.link(),
        right.isKnown() && own.stream().noneMatch(Line::isScopeAwaited),
        own.stream()
            .flatMap(line -> line.document().stream())
            .filter(document -> right.opens(document.audience(), category))
            .toList());
  }

  private List<Line> lines(
      UUID account, UUID pupil, Category category, @Nullable List<String> periods)
      throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      return Statements.list(
          c,
          SELECT,
          DocumentReading::line,
          state.youngSince(),
          category,
          periods,
          periods,
          account,
          pupil);
    }
  }

  private static Line line(Row r) throws SQLException {
    int next = CoveringLink.WIDTH + 1;
    Optional<byte[]> content = Optional.ofNullable(r.bytes(next + 4));
    return new Line(
        CoveringLink.of(r),
        content.isEmpty() ? Optional.empty() : Optional.of(document(r, next, content.get())),
        r.flag(next + 5));
  }

  private static StoredDocument document(Row r, int first, byte[] content) throws SQLException {
    return new StoredDocument(
        Audience.parse(r.text(first)),
        r.text(first + 1),
        r.big(first + 2),
        r.big(first + 3),
        content);
  }
}
