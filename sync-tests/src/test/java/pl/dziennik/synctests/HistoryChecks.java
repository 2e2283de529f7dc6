package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/** The properties P2 and P5 of docs/sync-rules.md, after every step, and who was told. */
final class HistoryChecks {
  /** Epoch and version in an order that compares as text. */
  private static final String VERSIONS =
      """
      select d.audience || ' ' || d.category || ' ' || d.period || ' ' || s.baseline_at
        || '=' || lpad(d.epoch::text, 12, '0') || '.' || lpad(d.version::text, 12, '0')
      from documents d join scopes s using (school_id, audience, category)
      """;

  /** Who has to have heard of what, and who has heard: the same rows. */
  private static final String DUE =
      """
      select l.id || ' ' || s.pupil_id || ' ' || t.category || ' '
        || to_char(t.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
      from timeline t
      join scopes c using (school_id, audience, category)
      join link_scopes s using (school_id, audience, category)
      join links l on l.id = s.link_id
      where t.since > c.baseline_at and l.activated_at < t.since
      order by 1
      """;

  private static final String TOLD =
      """
      select f.fact from (
        select (p->>'linkId')::uuid as link, (p->>'linkId') || ' ' || (p->>'pupilId') || ' '
          || (p->>'category') || ' '
          || to_char((p->>'since')::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
          as fact
        from (select convert_from(payload, 'UTF8')::json as p from outbox
              where type = 'pl.dziennik.pupil-has-news.v1') o) f
      join links l on l.id = f.link and l.status = 'ACTIVE'
      order by 1
      """;

  private final World world;
  private final Map<String, String> versions = new HashMap<>();

  HistoryChecks(World world) {
    this.world = world;
  }

  /**
   * @param isVersionKept false after a step that takes rows away from outside
   */
  void afterAStep(String step, boolean isVersionKept) {
    assertThat(world.unneeded()).as("P2 after %s", step).isEmpty();
    if (!isVersionKept) {
      versions.clear();
    }
    for (String row : world.copy.strings(VERSIONS)) {
      int split = row.lastIndexOf('=');
      String before = versions.put(row.substring(0, split), row.substring(split + 1));
      assertThat(before == null || before.compareTo(row.substring(split + 1)) <= 0)
          .as("P5 after %s: %s, before %s", step, row, before)
          .isTrue();
    }
  }

  /** P4 where no scope began or ended but by consent and withdrawal: each exactly once. */
  void everybodyWasTold() {
    assertThat(world.copy.strings(TOLD)).as("P4").isEqualTo(world.copy.strings(DUE));
  }
}
