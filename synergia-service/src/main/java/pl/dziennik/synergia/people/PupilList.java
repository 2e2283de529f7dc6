package pl.dziennik.synergia.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/**
 * Reads the school's pupils in the order of the class list: surname, first name, Polish letters.
 */
@ApplicationScoped
@Transactional
class PupilList {
  private static final String PAGE =
      """
      select p.id, p.first_name, p.last_name, coalesce(c.name, ''), coalesce(e.number, 0)
      from pupils p
      left join enrolments e on e.school_id = p.school_id and e.pupil_id = p.id
           and e.until_date is null
      left join classes c on c.school_id = e.school_id and c.id = e.class_id
      where p.school_id = ?1 and (?2 = '' or e.class_id = cast(nullif(?2, '') as uuid))
      order by p.last_name, p.first_name, p.id limit ?3 offset ?4
      """;

  private final EntityManager em;
  private final CurrentSchool school;

  PupilList(EntityManager em, CurrentSchool school) {
    this.em = em;
    this.school = school;
  }

  record Row(UUID id, String firstName, String lastName, String className, int number) {}

  /**
   * @param classId empty text for the whole school
   */
  List<Row> page(String classId, int limit, int offset) {
    List<?> rows =
        em.createNativeQuery(PAGE)
            .setParameter(1, school.id())
            .setParameter(2, classId)
            .setParameter(3, limit)
            .setParameter(4, offset)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new Row(
                    (UUID) r[0],
                    (String) r[1],
                    (String) r[2],
                    (String) r[3],
                    ((Number) r[4]).intValue()))
        .toList();
  }
}
