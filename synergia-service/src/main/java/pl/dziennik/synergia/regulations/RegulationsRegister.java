package pl.dziennik.synergia.regulations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.synergia.access.EntryCondition;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Versions of the school's regulations and their acceptances; both only ever grow. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RegulationsRegister implements EntryCondition {
  private final EntityManager em;
  private final CurrentSchool school;
  private final Clock clock;

  RegulationsRegister(EntityManager em, CurrentSchool school, Clock clock) {
    this.em = em;
    this.school = school;
    this.clock = clock;
  }

  /** A version in force since it was published. */
  public record Version(int version, String text, Instant publishedAt) {}

  /** The version in force; empty while the school has published none. */
  public Optional<Version> current() {
    List<?> rows =
        em.createNativeQuery(
                "select version, text, published_at from regulations where school_id = ?1"
                    + " order by version desc limit 1")
            .setParameter(1, school.id())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(r -> new Version(((Number) r[0]).intValue(), (String) r[1], (Instant) r[2]));
  }

  /** A school that has published nothing has nothing to accept yet. */
  @Override
  public boolean isMetBy(UUID accountId) {
    return current().map(v -> isAccepted(accountId, v.version())).orElse(true);
  }

  Version publish(String text, UUID author) {
    int version = current().map(v -> v.version() + 1).orElse(1);
    Instant now = clock.instant();
    em.createNativeQuery(
            "insert into regulations (school_id, version, text, published_at, published_by)"
                + " values (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, school.id())
        .setParameter(2, version)
        .setParameter(3, text)
        .setParameter(4, now)
        .setParameter(5, author)
        .executeUpdate();
    return new Version(version, text, now);
  }

  void accept(UUID accountId, int version) {
    em.createNativeQuery(
            "insert into regulations_acceptances (school_id, account_id, version, accepted_at)"
                + " values (?1, ?2, ?3, ?4) on conflict do nothing")
        .setParameter(1, school.id())
        .setParameter(2, accountId)
        .setParameter(3, version)
        .setParameter(4, clock.instant())
        .executeUpdate();
  }

  private boolean isAccepted(UUID accountId, int version) {
    return !em.createNativeQuery(
            "select 1 from regulations_acceptances where school_id = ?1 and account_id = ?2"
                + " and version = ?3")
        .setParameter(1, school.id())
        .setParameter(2, accountId)
        .setParameter(3, version)
        .getResultList()
        .isEmpty();
  }
}
