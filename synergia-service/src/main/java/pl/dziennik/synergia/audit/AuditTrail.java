package pl.dziennik.synergia.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.id.Ids;
import pl.dziennik.support.token.Caller;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Appends to the audit in the transaction of the change; nothing is ever altered there. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuditTrail {
  private final EntityManager em;
  private final CurrentSchool school;
  private final Caller caller;
  private final Clock clock;
  private final Ids ids;

  AuditTrail(EntityManager em, CurrentSchool school, Caller caller, Clock clock, Ids ids) {
    this.em = em;
    this.school = school;
    this.caller = caller;
    this.clock = clock;
    this.ids = ids;
  }

  /** A change without values, e.g. that a slip was printed. */
  public void record(String action, String subjectType, String subjectId) {
    record(action, subjectType, subjectId, null, null);
  }

  /** A change with both values. */
  public void record(
      String action,
      String subjectType,
      String subjectId,
      @Nullable String before,
      @Nullable String after) {
    em.createNativeQuery(
            "insert into audit_entries (school_id, id, at, actor, session, action, subject_type,"
                + " subject_id, before_value, after_value)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .setParameter(1, school.id())
        .setParameter(2, ids.next())
        .setParameter(3, clock.instant())
        .setParameter(4, caller.subject())
        .setParameter(5, caller.<String>claim("sid").orElse(""))
        .setParameter(6, action)
        .setParameter(7, subjectType)
        .setParameter(8, subjectId)
        .setParameter(9, before)
        .setParameter(10, after)
        .executeUpdate();
  }

  /** An entry as it is read. */
  record Entry(
      UUID id,
      Instant at,
      String actor,
      String action,
      String subjectType,
      String subjectId,
      Optional<String> before,
      Optional<String> after) {}

  /** Newest first, before that entry. */
  List<Entry> before(Optional<UUID> last, int limit) {
    List<?> rows =
        em.createNativeQuery(
                "select id, at, actor, action, subject_type, subject_id, before_value, after_value"
                    + " from audit_entries where school_id = ?1 and id < ?2"
                    + " order by id desc limit ?3")
            .setParameter(1, school.id())
            .setParameter(2, last.orElse(new UUID(-1L, -1L)))
            .setParameter(3, limit)
            .getResultList();
    return rows.stream().map(r -> entry((Object[]) r)).toList();
  }

  private static Entry entry(Object[] r) {
    return new Entry(
        (UUID) r[0],
        (Instant) r[1],
        (String) r[2],
        (String) r[3],
        (String) r[4],
        (String) r[5],
        Optional.ofNullable((String) r[6]),
        Optional.ofNullable((String) r[7]));
  }
}
