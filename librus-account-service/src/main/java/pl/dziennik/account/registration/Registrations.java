package pl.dziennik.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.account.language.Language;
import pl.dziennik.account.own.Account;
import pl.dziennik.account.own.Accounts;
import pl.dziennik.events.AccountState;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** Registrations and the accounts that they become. Plain JDBC, inside the caller's transaction. */
@ApplicationScoped
class Registrations {
  static final Duration LIFE = Duration.ofDays(7);

  private final Clock clock;

  Registrations(Clock clock) {
    this.clock = clock;
  }

  /**
   * What somebody typed, checked and normalised.
   *
   * @param termsLanguage in which the terms were accepted; the account's may change later
   */
  record Application(
      UUID id,
      String email,
      AgeBracket ageBracket,
      Optional<String> guardianEmail,
      String termsVersion,
      Language termsLanguage,
      Language language) {

    /** Whose mailbox decides. */
    String decider() {
      return ageBracket == AgeBracket.UNDER_THIRTEEN ? guardianEmail.orElseThrow() : email;
    }
  }

  /** A registration that waits for its decision. */
  record Pending(Application application, String subject) {

    /** The account that a parent opens: nobody has proved that the address is the child's. */
    Account confirmed() {
      return account(application.guardianEmail(), Instant.EPOCH, Instant.EPOCH);
    }

    /**
     * The account that the address's mailbox opens. Another client than the registrant's may be
     * that of somebody else: whom the registrant named as parent is then nobody's word.
     */
    Account activated(boolean byRegistrant, Instant passwordSetAt, Instant now) {
      return account(application.guardianEmail().filter(_ -> byRegistrant), passwordSetAt, now);
    }

    private Account account(
        Optional<String> guardian, Instant passwordSetAt, Instant addressVerifiedAt) {
      return new Account(
          UUID.fromString(subject),
          application.email(),
          application.language().code(),
          AccountState.AgeBracket.valueOf(application.ageBracket().name()),
          guardian,
          application.termsVersion(),
          application.termsLanguage(),
          1,
          addressVerifiedAt,
          passwordSetAt);
    }
  }

  void replaceAndInsert(Connection tx, Application a, String subject) throws SQLException {
    execute(
        tx,
        "update registrations set state = 'REPLACED' where email = ? and state = 'PENDING'",
        a.email());
    Instant now = clock.instant();
    try (PreparedStatement insert =
        tx.prepareStatement(
            "insert into registrations (id, email, age_bracket, guardian_email, terms_version,"
                + " terms_language, language, subject, state, created_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?)")) {
      insert.setObject(1, a.id());
      insert.setString(2, a.email());
      insert.setString(3, a.ageBracket().name());
      insert.setString(4, a.guardianEmail().orElse(null));
      insert.setString(5, a.termsVersion());
      insert.setString(6, a.termsLanguage().code());
      insert.setString(7, a.language().code());
      insert.setString(8, subject);
      insert.setTimestamp(9, Timestamp.from(now));
      insert.setTimestamp(10, Timestamp.from(now.plus(LIFE)));
      insert.executeUpdate();
    }
  }

  /** The registration if it still waits; locked. */
  Optional<Pending> lockPending(Connection tx, UUID id) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "select id, email, age_bracket, guardian_email, terms_version, terms_language,"
                + " language, subject from registrations where id = ? and state = 'PENDING' and expires_at > ?"
                + " for update")) {
      select.setObject(1, id);
      select.setTimestamp(2, Timestamp.from(clock.instant()));
      try (ResultSet r = select.executeQuery()) {
        return r.next() ? Optional.of(pending(r)) : Optional.empty();
      }
    }
  }

  void activate(Connection tx, Pending pending, Account account) throws SQLException {
    end(tx, pending.application().id(), "ACTIVATED");
    Accounts.open(tx, account, clock.instant());
  }

  /** The address of a registration, whatever has become of it. */
  Optional<String> emailOf(Connection tx, UUID id) throws SQLException {
    return Statements.list(
            tx, "select email from registrations where id = ?", (Row r) -> r.text(1), id)
        .stream()
        .findFirst();
  }

  /** True when a registration of that address waits for its decision. */
  boolean waits(Connection tx, String email) throws SQLException {
    return !Statements.list(
            tx,
            "select id from registrations where email = ? and state = 'PENDING' and expires_at > ?",
            (Row r) -> r.id(1),
            email,
            clock.instant())
        .isEmpty();
  }

  /** True when that registration made an account. */
  boolean isActivated(Connection tx, UUID id) throws SQLException {
    return !Statements.list(
            tx,
            "select id from registrations where id = ? and state = 'ACTIVATED'",
            (Row r) -> r.id(1),
            id)
        .isEmpty();
  }

  /** A refused registration keeps nothing of the child. */
  void refuse(Connection tx, Pending pending) throws SQLException {
    execute(tx, "delete from registrations where id = ?", pending.application().id());
  }

  boolean isWaiting(Connection tx, UUID id) throws SQLException {
    return lockPending(tx, id).isPresent();
  }

  private static void end(Connection tx, UUID id, String state) throws SQLException {
    execute(tx, "update registrations set state = '" + state + "' where id = ?", id);
  }

  private static void execute(Connection tx, String sql, Object value) throws SQLException {
    try (PreparedStatement statement = tx.prepareStatement(sql)) {
      statement.setObject(1, value);
      statement.executeUpdate();
    }
  }

  private static Pending pending(ResultSet r) throws SQLException {
    return new Pending(
        new Application(
            r.getObject(1, UUID.class),
            r.getString(2),
            AgeBracket.valueOf(r.getString(3)),
            Optional.ofNullable(r.getString(4)),
            r.getString(5),
            Language.asked(r.getString(6)),
            Language.asked(r.getString(7))),
        r.getString(8));
  }
}
