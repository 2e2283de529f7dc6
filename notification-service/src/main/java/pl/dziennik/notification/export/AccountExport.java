package pl.dziennik.notification.export;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Gathers what is held about an account, as a document for its holder. */
@Singleton
class AccountExport {
  private static final String ACCOUNT =
      "select status, email, language from accounts where id = ? and status <> 'DELETED'";
  private static final String PUPILS =
      """
      select l.id, lp.pupil_id, lp.first_name from links l join link_pupils lp on lp.link_id = l.id
      where l.account_id = ? order by l.id, lp.pupil_id
      """;
  private static final String ADD_ONS =
      """
      select id, product, source, valid_from, valid_until from entitlements
      where account_id = ? order by id
      """;
  private static final String DEVICES =
      "select id, kind, name, endpoint, created_at from devices where account_id = ? order by id";
  private static final String PREFERENCES =
      """
      select email_enabled, push_enabled, array_to_string(muted, ','), quiet_enabled,
        to_char(quiet_from, 'HH24:MI'), to_char(quiet_to, 'HH24:MI')
      from preferences where account_id = ?
      """;
  private static final String NOTIFICATIONS =
      """
      select id, pupil_id, category, since, created_at, read_at is not null
      from notifications where account_id = ? order by id
      """;
  private static final String DELIVERIES =
      """
      select n.id, d.channel, d.state, d.attempts from deliveries d
        join notifications n on n.id = d.notification_id
      where n.account_id = ? order by d.id
      """;

  private static final String MAILS =
      """
      select m.template, m.created_at, m.sent_at is not null from mails m
        join accounts a on a.email = m.recipient
      where a.id = ? and a.email <> '' order by m.created_at
      """;

  /** Names a row's columns. */
  @FunctionalInterface
  private interface Part {
    Map<String, Object> of(Row r) throws SQLException;
  }

  /** Empty when nothing is held. */
  Optional<Map<String, Object>> of(Connection tx, UUID account) throws SQLException {
    List<Map<String, Object>> register =
        list(
            tx,
            account,
            ACCOUNT,
            r -> Map.of("status", r.text(1), "email", r.text(2), "language", r.text(3)));
    if (register.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("account", register.getFirst());
    out.put("linkedPupils", linkedPupils(tx, account));
    out.put("entitlements", list(tx, account, ADD_ONS, AccountExport::addOn));
    out.put("devices", list(tx, account, DEVICES, AccountExport::device));
    out.put("preferences", list(tx, account, PREFERENCES, AccountExport::preferences));
    out.put("notifications", list(tx, account, NOTIFICATIONS, AccountExport::notification));
    out.put("deliveries", list(tx, account, DELIVERIES, AccountExport::delivery));
    out.put("mails", list(tx, account, MAILS, AccountExport::mail));
    return Optional.of(out);
  }

  private static List<Map<String, Object>> linkedPupils(Connection tx, UUID account)
      throws SQLException {
    return list(
        tx,
        account,
        PUPILS,
        r -> Map.of("linkId", r.id(1), "pupilId", r.id(2), "firstName", r.text(3)));
  }

  private static Map<String, Object> addOn(Row r) throws SQLException {
    return Map.of(
        "id", r.id(1),
        "product", r.text(2),
        "source", r.text(3),
        "from", r.instant(4),
        "until", r.instant(5));
  }

  private static Map<String, Object> device(Row r) throws SQLException {
    return Map.of(
        "id", r.id(1),
        "kind", r.text(2),
        "name", r.text(3),
        "endpoint", r.text(4),
        "createdAt", r.instant(5));
  }

  private static Map<String, Object> preferences(Row r) throws SQLException {
    return Map.of(
        "emailEnabled", r.flag(1),
        "pushEnabled", r.flag(2),
        "mutedCategories", r.text(3),
        "quietHoursEnabled", r.flag(4),
        "quietHoursFrom", r.text(5),
        "quietHoursTo", r.text(6));
  }

  private static Map<String, Object> notification(Row r) throws SQLException {
    return Map.of(
        "id", r.id(1),
        "pupilId", r.id(2),
        "category", r.text(3),
        "since", r.instant(4),
        "createdAt", r.instant(5),
        "read", r.flag(6));
  }

  private static Map<String, Object> delivery(Row r) throws SQLException {
    return Map.of(
        "notificationId", r.id(1),
        "channel", r.text(2),
        "state", r.text(3),
        "attempts", r.number(4));
  }

  private static Map<String, Object> mail(Row r) throws SQLException {
    return Map.of("kind", r.text(1), "writtenAt", r.instant(2), "sent", r.flag(3));
  }

  private static List<Map<String, Object>> list(
      Connection tx, UUID account, String statement, Part part) throws SQLException {
    return new ArrayList<>(Statements.list(tx, statement, part::of, account));
  }
}
