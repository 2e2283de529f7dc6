package pl.dziennik.synergia.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Sync rule 20: Synergia's side of the comparison, each list read in one snapshot. */
public final class Reconciliation {
  private static final String GRANTS =
      "select link_id, state, confirmed_epoch, account_id, consumer_account_id, ticket_issued_at"
          + " from grants where school_id = ? order by link_id";
  private static final String SCOPES =
      "select d.audience, d.category, d.gen_epoch, d.gen_number, "
          + Liveness.OF_D
          + " from scopes d where d.school_id = ? order by d.audience, d.category";
  private static final String DOCUMENTS =
      """
      select d.school_id, d.audience, d.category, d.period, d.version,
        d.version > d.published_version or exists (select 1 from due_bumps b
          where b.school_id = d.school_id and b.audience = d.audience
            and b.category = d.category and b.period = d.period and b.at <= clock_timestamp())
      from documents d
      join scopes s on s.school_id = d.school_id and s.audience = d.audience
           and s.category = d.category
      where d.school_id = ? and %s
      order by d.audience, d.category, d.period
      """
          .formatted(Liveness.OF_D);

  private Reconciliation() {}

  public record Grant(
      UUID linkId,
      String state,
      long confirmedEpoch,
      Optional<UUID> accountId,
      Optional<UUID> consumerAccountId,
      @Nullable Instant issuedAt) {}

  public record GrantList(long epoch, List<Grant> grants) {}

  /** {@code live}: a grant covers it now, so its documents are comparable. */
  public record ScopeRow(
      Audience audience, Category category, Generation generation, boolean live) {}

  /** {@code onTheWay}: dirty or due, so a difference is no error yet. */
  public record DocumentRow(DocumentKey key, long version, String hash, boolean onTheWay) {}

  public static Optional<GrantList> grants(Connection relay, UUID school) throws SQLException {
    return Snapshots.read(
        relay,
        c -> {
          List<Grant> grants = Statements.list(c, GRANTS, Reconciliation::grant, school);
          return Statements.list(
                  c,
                  "select epoch from schools where id = ?",
                  (Row r) -> new GrantList(r.big(1), grants),
                  school)
              .stream()
              .findFirst();
        });
  }

  public static List<ScopeRow> scopes(Connection relay, UUID school) throws SQLException {
    return Snapshots.read(relay, c -> Statements.list(c, SCOPES, Reconciliation::scope, school));
  }

  /** Renders every document of the school's live scopes: what a hash is worth. */
  public static List<DocumentRow> documents(Connection relay, UUID school, Renderers renderers)
      throws SQLException {
    return Snapshots.read(
        relay,
        c -> {
          List<DocumentRow> out = new ArrayList<>();
          for (DocumentRow row : Statements.list(c, DOCUMENTS, Reconciliation::row, school)) {
            String hash = sha256(renderers.render(c, row.key));
            out.add(new DocumentRow(row.key, row.version, hash, row.onTheWay));
          }
          return out;
        });
  }

  /** Every school that has a living grant: linking-sync may have forgotten one. */
  public static List<UUID> schoolsWithGrants(Connection relay) throws SQLException {
    return Statements.list(
        relay,
        "select distinct school_id from grants where state = 'LIVE' order by 1",
        (Row r) -> r.id(1));
  }

  private static Grant grant(Row r) throws SQLException {
    Instant issued = r.text(6) == null ? null : r.instant(6);
    return new Grant(r.id(1), r.text(2), r.big(3), r.optionalId(4), r.optionalId(5), issued);
  }

  private static ScopeRow scope(Row r) throws SQLException {
    return new ScopeRow(
        Audience.parse(r.text(1)),
        Category.valueOf(r.text(2)),
        new Generation(r.big(3), r.big(4)),
        r.flag(5));
  }

  private static DocumentRow row(Row r) throws SQLException {
    return new DocumentRow(Rendering.key(r), r.big(5), "", r.flag(6));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
