package pl.dziennik.notification.preference;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.support.sql.Statements;

/** The preferences of accounts, with the defaults where an account has said nothing. */
@Singleton
public class PreferenceStore {
  private static final String OF =
      "select "
          + Preferences.COLUMNS
          + " from (values (?::uuid)) a(id) left join preferences pr on pr.account_id = a.id";
  private static final String PUT =
      """
      insert into preferences (account_id, version, email_enabled, push_enabled, muted,
        quiet_enabled, quiet_from, quiet_to)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (account_id) do update set version = excluded.version,
        email_enabled = excluded.email_enabled, push_enabled = excluded.push_enabled,
        muted = excluded.muted, quiet_enabled = excluded.quiet_enabled,
        quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
      """;

  private final boolean quietByDefault;

  PreferenceStore(
      @ConfigProperty(name = "dziennik.notification.quiet-hours-default-enabled")
          boolean quietByDefault) {
    this.quietByDefault = quietByDefault;
  }

  /** Whether the night's rest is on for who has said nothing. */
  public boolean quietByDefault() {
    return quietByDefault;
  }

  public Preferences of(Connection tx, UUID account) throws SQLException {
    return Statements.list(tx, OF, r -> Preferences.read(r, 1), quietByDefault, account).getFirst();
  }

  void put(Connection tx, UUID account, Preferences p) throws SQLException {
    Statements.update(
        tx,
        PUT,
        account,
        p.version(),
        p.emailEnabled(),
        p.pushEnabled(),
        p.muted(),
        p.quiet().enabled(),
        p.quiet().from(),
        p.quiet().to());
  }
}
