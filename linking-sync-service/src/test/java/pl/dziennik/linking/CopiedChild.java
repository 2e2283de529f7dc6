package pl.dziennik.linking;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/** A child whose parent has consented, as the copy and the school's registers have it. */
final class CopiedChild {
  final UUID school;
  final UUID account;
  final UUID pupil;
  final UUID consumer;
  private final FamilyWorld family;
  private final DataSource dataSource;

  CopiedChild(DataSource dataSource) {
    this.dataSource = dataSource;
    family = new FamilyWorld(dataSource);
    school = family.school;
    account = family.schoolAccount;
    pupil = family.zosia;
    consumer = family.parent;
  }

  /** The consent; the id of its link. */
  UUID consent() {
    return family.consent(consumer, account, Map.of(pupil, "Zosia"));
  }

  /** Whether a register with that word in it has gone to Synergia. */
  boolean isRegistered(String path, String word) {
    return StubSynergia.CALLS.stream()
        .anyMatch(c -> c.contains("/schools/" + school + path) && c.contains(word));
  }

  String access() {
    return "{\"accountId\":\"%s\",\"enabled\":true,\"pupils\":[{\"pupilId\":\"%s\",\"classIds\":[]}],\"blockedCategories\":[]}"
        .formatted(account, pupil);
  }

  String grades(String value) {
    return "{\"items\":[{\"itemId\":\"%s\",\"revision\":1,\"since\":\"%s\",\"value\":\"%s\"}]}"
        .formatted(pupil, Instant.EPOCH, value);
  }

  /** How many documents of a category the copy has. */
  long documents(String category) throws SQLException {
    return count(
        "select count(*) from documents where school_id = ? and category = ?", school, category);
  }

  String content(String category) throws SQLException {
    return Transactions.in(
        dataSource,
        c ->
            Statements.list(
                    c,
                    "select content from documents where school_id = ? and category = ?",
                    r -> new String(r.bytes(1), StandardCharsets.UTF_8),
                    school,
                    category)
                .getFirst());
  }

  long count(String sql, Object... values) throws SQLException {
    try (Connection c = dataSource.getConnection()) {
      return Statements.list(c, sql, (Row r) -> r.big(1), values).getFirst();
    }
  }
}
