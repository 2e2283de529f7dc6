package pl.dziennik.linking.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** The registers that wait for Synergia's answer, school by school. */
final class RegisterQueue {
  private static final int BATCH = 100;
  private static final Duration REFUSED_AGAIN_AFTER = Duration.ofMinutes(10);

  /** Ends are taken to Synergia from a restored copy too; what opens waits for the comparison. */
  private static final String DUE =
      """
       (r.refused_at is null or r.refused_at < clock_timestamp() - cast(? as interval))
      and (r.kind = 'ENDED' or not exists (
        select 1 from school_epochs e where e.school_id = r.school_id and e.quarantined))
      """;

  private RegisterQueue() {}

  /**
   * @param link of LIVE and ENDED
   * @param audience of NEED, with its category
   * @param traceparent of the request that it came from
   */
  record Register(
      long id,
      UUID school,
      String kind,
      @Nullable UUID link,
      @Nullable String audience,
      @Nullable String category,
      Optional<String> traceparent) {

    UUID linkId() {
      if (link == null) {
        throw new IllegalStateException("a register without a link");
      }
      return link;
    }

    Scope scope() {
      if (audience == null || category == null) {
        throw new IllegalStateException("a register without a scope");
      }
      return new Scope(school, Audience.parse(audience), Category.valueOf(category));
    }
  }

  static List<UUID> schools(Connection tx) throws SQLException {
    return Statements.list(
        tx,
        "select distinct r.school_id from register_outbox r where" + DUE + "order by 1",
        (Row r) -> r.id(1),
        REFUSED_AGAIN_AFTER.toString());
  }

  static List<Register> due(Connection tx, UUID school) throws SQLException {
    return Statements.list(
        tx,
        "select r.id, r.school_id, r.kind, r.link_id, r.audience, r.category, r.traceparent"
            + " from register_outbox r where r.school_id = ? and"
            + DUE
            + "order by r.id limit "
            + BATCH,
        RegisterQueue::row,
        school,
        REFUSED_AGAIN_AFTER.toString());
  }

  static boolean done(Connection tx, Register register) throws SQLException {
    return Statements.update(tx, "delete from register_outbox where id = ?", register.id) == 1;
  }

  static boolean refused(Connection tx, Register register, String why) throws SQLException {
    return Statements.update(
            tx,
            "update register_outbox set refused_at = clock_timestamp(), refusal = ? where id = ?",
            why,
            register.id)
        == 1;
  }

  private static Register row(Row r) throws SQLException {
    return new Register(
        r.big(1),
        r.id(2),
        r.text(3),
        r.optionalId(4).orElse(null),
        r.text(5),
        r.text(6),
        Optional.ofNullable(r.text(7)));
  }
}
