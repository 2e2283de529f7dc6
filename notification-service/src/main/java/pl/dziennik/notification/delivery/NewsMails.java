package pl.dziennik.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.notification.delivery.DueMails.Bundle;
import pl.dziennik.notification.delivery.DueMails.Due;
import pl.dziennik.support.mail.MailDraft;
import pl.dziennik.support.mail.MailOutbox;
import pl.dziennik.support.sql.Transactions;

/**
 * Writes the mails that are due into the mail outbox, in the transaction that ends their
 * deliveries. News of one pupil and category that come shortly after one another are one mail.
 */
@Singleton
class NewsMails {
  /** So many bundles are looked for at once. */
  private static final int BATCH = 100;

  private final AgroalDataSource dataSource;
  private final DueMails waiting;
  private final MailOutbox mails;
  private final NewsTexts texts;
  private final String publicOrigin;

  NewsMails(
      AgroalDataSource dataSource,
      DueMails waiting,
      MailOutbox mails,
      NewsTexts texts,
      @ConfigProperty(name = "dziennik.notification.public-origin") String publicOrigin) {
    this.dataSource = dataSource;
    this.waiting = waiting;
    this.mails = mails;
    this.texts = texts;
    this.publicOrigin = publicOrigin;
  }

  /** Writes all that are due and that no other replica is at. */
  void run() throws SQLException {
    for (Bundle bundle : Transactions.in(dataSource, tx -> waiting.waiting(tx, BATCH))) {
      Transactions.in(dataSource, tx -> write(tx, bundle));
    }
  }

  private boolean write(Connection tx, Bundle bundle) throws SQLException {
    Optional<Due> taken = waiting.take(tx, bundle);
    if (taken.isEmpty()) {
      return false;
    }
    Due due = taken.get();
    waiting.settle(tx, bundle, due.isWanted() ? "SENT" : "CANCELLED");
    if (due.isWanted()) {
      mails.add(tx, draft(due));
    }
    return true;
  }

  /** The link's id is for its erasure, which finds the waiting mail by it. */
  private MailDraft draft(Due due) {
    return new MailDraft(
        due.email(),
        "news",
        due.language(),
        Map.of(
            "name", NewsTexts.name(due.firstName()),
            "what", texts.area(due.language(), due.bundle().category()),
            "origin", publicOrigin,
            "linkId", due.bundle().linkId().toString()));
  }
}
