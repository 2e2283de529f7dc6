package pl.dziennik.synergia.sync;

/**
 * Sync rule 8 as a condition on a row {@code d} with school_id, audience and category: a grant that
 * is LIVE and confirmed in the school's current epoch, whose account is enabled and may see the
 * scope now. Of the ACCESS document only the grant is asked: the news that an account was disabled
 * must still arrive.
 */
final class Liveness {
  private static final String GRANT =
      """
      select 1 from grants g
      join schools sc on sc.id = g.school_id
      where g.school_id = d.school_id and g.state = 'LIVE' and g.confirmed_epoch = sc.epoch
        and d.category = 'ACCESS' and d.audience = 'ACCOUNT:' || g.account_id
      """;
  private static final String PUPIL =
      """
      select 1 from grant_pupils p
      join grants g on g.school_id = p.school_id and g.link_id = p.link_id
      join schools sc on sc.id = g.school_id
      join school_accounts a on a.school_id = g.school_id and a.id = g.account_id
      where p.school_id = d.school_id and d.category <> 'ACCESS'
        and p.pupil_id = any (case
          when d.audience like 'PUPIL:%' then array[cast(substr(d.audience, 7) as uuid)]
          when d.audience like 'CLASS:%' then array(
            select e.pupil_id from enrolments e where e.school_id = d.school_id
              and e.class_id = cast(substr(d.audience, 7) as uuid) and e.until_date is null)
          else cast('{}' as uuid[]) end)
        and g.state = 'LIVE' and g.confirmed_epoch = sc.epoch and a.enabled
        and (a.person_id = p.pupil_id or exists (
          select 1 from guardianships w where w.school_id = g.school_id
            and w.guardian_id = a.person_id and w.pupil_id = p.pupil_id))
        and not exists (select 1 from sharing_policy b
          where b.school_id = g.school_id and b.category = d.category)
      """;

  static final String OF_D = "(exists (" + GRANT + ") or exists (" + PUPIL + "))";

  private Liveness() {}
}
