package pl.dziennik.synergia.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * Sync rule 9: liveness, version, generation and content come from one REPEATABLE READ snapshot.
 * What is returned is sent once or thrown away, never kept for later.
 */
public final class Rendering {
  /** Access documents first: they say what the others are for. */
  private static final String DIRTY =
      """
      select d.school_id, d.audience, d.category, d.period, sc.epoch, d.version,
             s.gen_epoch, s.gen_number, d.traceparent
      from documents d
      join scopes s on s.school_id = d.school_id and s.audience = d.audience
           and s.category = d.category
      join schools sc on sc.id = d.school_id
      where d.version > d.published_version and %s
      order by d.category <> 'ACCESS', d.school_id, d.audience, d.category, d.period
      limit ? offset ?
      """
          .formatted(Liveness.OF_D);

  private final Renderers renderers;
  private final Predicate<DocumentKey> skipped;
  private final BiConsumer<DocumentKey, Exception> failed;

  /**
   * @param skipped keys left out for now, such as those that failed lately
   * @param failed told of a document that could not be rendered; the others of the batch go on
   */
  public Rendering(
      Renderers renderers,
      Predicate<DocumentKey> skipped,
      BiConsumer<DocumentKey, Exception> failed) {
    this.renderers = renderers;
    this.skipped = skipped;
    this.failed = failed;
  }

  /** A dirty row of a live scope, without its content. */
  private record Dirty(
      DocumentKey key, long epoch, long version, Generation generation, String traceparent) {}

  /**
   * Renders the dirty documents of live scopes, at most {@code limit}.
   *
   * @param relay a connection of the relay's role, outside a transaction
   */
  public List<RenderedDocument> batch(Connection relay, int limit) throws SQLException {
    return Snapshots.read(relay, snapshot -> render(snapshot, dirty(snapshot, limit)));
  }

  private List<RenderedDocument> render(Connection snapshot, List<Dirty> dirty)
      throws SQLException {
    List<RenderedDocument> out = new ArrayList<>();
    for (Dirty row : dirty) {
      Savepoint before = snapshot.setSavepoint();
      try {
        byte[] content = renderers.render(snapshot, row.key);
        out.add(
            new RenderedDocument(
                row.key, row.epoch, row.version, row.generation, content, row.traceparent));
        snapshot.releaseSavepoint(before);
      } catch (SQLException | RuntimeException e) {
        snapshot.rollback(before);
        failed.accept(row.key, e);
      }
    }
    return out;
  }

  /** Reads on past the skipped ones: a batch full of them would hold up all that come after. */
  private List<Dirty> dirty(Connection snapshot, int limit) throws SQLException {
    List<Dirty> out = new ArrayList<>();
    int offset = 0;
    boolean isMore = true;
    while (isMore && out.size() < limit) {
      List<Dirty> page = Statements.list(snapshot, DIRTY, Rendering::row, limit, offset);
      page.stream()
          .filter(row -> !skipped.test(row.key))
          .limit(limit - out.size())
          .forEach(out::add);
      offset += limit;
      isMore = page.size() == limit;
    }
    return out;
  }

  private static Dirty row(Row r) throws SQLException {
    return new Dirty(key(r), r.big(5), r.big(6), new Generation(r.big(7), r.big(8)), r.text(9));
  }

  /** A key from the columns school_id, audience, category, period, which stand first. */
  static DocumentKey key(Row r) throws SQLException {
    UUID school = r.id(1);
    return new DocumentKey(
        school, Audience.parse(r.text(2)), Category.valueOf(r.text(3)), r.text(4));
  }
}
