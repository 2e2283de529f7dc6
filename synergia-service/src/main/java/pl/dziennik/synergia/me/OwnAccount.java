package pl.dziennik.synergia.me;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import pl.dziennik.synergia.access.EntryCondition;
import pl.dziennik.synergia.access.SignedIn;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** Reads the caller's account with the people behind it. */
@ApplicationScoped
@Transactional
class OwnAccount {
  private static final String ACCOUNT =
      """
      select a.login, coalesce(s.first_name, g.first_name, p.first_name),
             coalesce(s.last_name, g.last_name, p.last_name), c.code, c.name, c.town,
             c.reissue_contact
      from school_accounts a
      join schools c on c.id = a.school_id
      left join staff_members s on s.school_id = a.school_id and s.id = a.person_id
      left join guardians g on g.school_id = a.school_id and g.id = a.person_id
      left join pupils p on p.school_id = a.school_id and p.id = a.person_id
      where a.school_id = ?1 and a.id = ?2
      """;
  private static final String PUPILS =
      """
      select p.id, p.first_name, p.last_name, coalesce(c.name, '')
      from pupils p
      left join enrolments e on e.school_id = p.school_id and e.pupil_id = p.id
           and e.until_date is null
      left join classes c on c.school_id = e.school_id and c.id = e.class_id
      where p.school_id = ?1 and (p.id = ?2 or p.id in (select g.pupil_id from guardianships g
            where g.school_id = ?1 and g.guardian_id = ?2))
      order by p.last_name, p.first_name, p.id
      """;

  private final EntityManager em;
  private final CurrentSchool school;
  private final SignedIn signedIn;
  private final EntryCondition regulations;

  OwnAccount(
      EntityManager em, CurrentSchool school, SignedIn signedIn, EntryCondition regulations) {
    this.em = em;
    this.school = school;
    this.signedIn = signedIn;
    this.regulations = regulations;
  }

  MeResource.MeResponse read() {
    Object[] r =
        (Object[])
            em.createNativeQuery(ACCOUNT)
                .setParameter(1, school.id())
                .setParameter(2, signedIn.accountId())
                .getSingleResult();
    return new MeResource.MeResponse(
        signedIn.accountId(),
        (String) r[0],
        signedIn.kind(),
        (String) r[1],
        (String) r[2],
        school(r),
        roles(),
        pupils(),
        regulations.isMetBy(signedIn.accountId()));
  }

  private MeResource.SchoolResponse school(Object[] r) {
    return new MeResource.SchoolResponse(
        school.id(), (Integer) r[3], (String) r[4], (String) r[5], (String) r[6]);
  }

  @SuppressWarnings("unchecked") // A native query knows no types.
  private List<String> roles() {
    return em.createNativeQuery(
            "select role from staff_roles where school_id = ?1 and account_id = ?2 order by role")
        .setParameter(1, school.id())
        .setParameter(2, signedIn.accountId())
        .getResultList();
  }

  private List<MeResource.PupilResponse> pupils() {
    List<?> rows =
        em.createNativeQuery(PUPILS)
            .setParameter(1, school.id())
            .setParameter(2, signedIn.personId())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new MeResource.PupilResponse(
                    (UUID) r[0], (String) r[1], (String) r[2], (String) r[3]))
        .toList();
  }
}
