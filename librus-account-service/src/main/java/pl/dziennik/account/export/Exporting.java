package pl.dziennik.account.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.dziennik.account.addon.Entitlements;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Reads an account's whole holding over one connection. */
final class Exporting {
  private static final String HOLDER =
      """
      select id, email, language, age_bracket, guardian_email, terms_version, terms_language,
        version, activated_at
      from accounts where id = ? and state = 'ENABLED'
      """;
  private static final String REGISTRATIONS =
      """
      select id, age_bracket, guardian_email, terms_version, terms_language, language, state,
        created_at
      from registrations where email = ? order by created_at, id
      """;

  private Exporting() {}

  static Optional<AccountExport> of(Connection tx, UUID account) throws SQLException {
    List<AccountExport.Holder> holders = Statements.list(tx, HOLDER, Exporting::holder, account);
    return holders.isEmpty() ? Optional.empty() : Optional.of(whole(tx, holders.getFirst()));
  }

  private static AccountExport whole(Connection tx, AccountExport.Holder holder)
      throws SQLException {
    return new AccountExport(
        holder,
        Statements.list(tx, REGISTRATIONS, Exporting::registration, holder.email()),
        entitlements(tx, holder.id()),
        links(tx, holder.id()),
        mails(tx, holder.email()),
        mailLinks(tx, holder.id()));
  }

  private static List<AccountExport.Entitlement> entitlements(Connection tx, UUID account)
      throws SQLException {
    return Entitlements.of(tx, account).stream()
        .map(
            a ->
                new AccountExport.Entitlement(
                    a.id(),
                    a.product().name(),
                    a.pupilId().orElse(null),
                    a.from(),
                    a.until(),
                    a.source().name()))
        .toList();
  }

  private static List<AccountExport.Link> links(Connection tx, UUID account) throws SQLException {
    return Statements.list(
        tx,
        "select l.link_id, p.pupil_id from links l join link_pupils p using (link_id)"
            + " where l.account_id = ? order by 1, 2",
        (Row r) -> new AccountExport.Link(r.id(1), r.id(2)),
        account);
  }

  private static List<AccountExport.MailSent> mails(Connection tx, String email)
      throws SQLException {
    return Statements.list(
        tx,
        "select id, template, language, created_at from mails where recipient = ?"
            + " order by created_at, id",
        (Row r) -> new AccountExport.MailSent(r.id(1), r.text(2), r.text(3), r.instant(4)),
        email);
  }

  private static List<AccountExport.MailLink> mailLinks(Connection tx, UUID account)
      throws SQLException {
    return Statements.list(
        tx,
        "select purpose, created_at, expires_at from link_tokens where account_id = ?"
            + " order by created_at",
        (Row r) -> new AccountExport.MailLink(r.text(1), r.instant(2), r.instant(3)),
        account);
  }

  private static AccountExport.Holder holder(Row r) throws SQLException {
    return new AccountExport.Holder(
        r.id(1),
        r.text(2),
        r.text(3),
        r.text(4),
        optional(r.text(5)),
        r.text(6),
        r.text(7),
        r.big(8),
        r.instant(9));
  }

  private static AccountExport.Registration registration(Row r) throws SQLException {
    return new AccountExport.Registration(
        r.id(1),
        r.text(2),
        optional(r.text(3)),
        r.text(4),
        r.text(5),
        r.text(6),
        r.text(7),
        r.instant(8));
  }

  /** The column may be empty, whatever {@link Row} says of its texts. */
  private static @Nullable String optional(@Nullable String text) {
    return text;
  }
}
