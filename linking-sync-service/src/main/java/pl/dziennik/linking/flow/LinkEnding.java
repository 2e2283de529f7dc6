package pl.dziennik.linking.flow;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.linking.link.LinkStatus;
import pl.dziennik.linking.link.PendingLinks;
import pl.dziennik.linking.sync.EndReason;
import pl.dziennik.linking.sync.LinkLife;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * Withdraws the consent, or leaves a link that is not active yet. One transaction of this database
 * (sync rule 18): it works while Synergia and Kafka are down. Doing it again changes nothing.
 */
@ApplicationScoped
class LinkEnding {
  private static final Logger LOG = Logger.getLogger(LinkEnding.class);

  private final AgroalDataSource dataSource;

  LinkEnding(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void end(UUID account, UUID link) throws SQLException {
    Transactions.in(
        dataSource,
        tx -> {
          requireOwn(tx, account, link);
          boolean ended =
              LinkLife.end(tx, link, EndReason.CONSENT_WITHDRAWN)
                  || PendingLinks.leave(
                      tx, link, LinkStatus.CANCELLED, EndReason.CANCELLED_BY_HOLDER);
          LOG.infof("link=%s ended by its holder: %b", link, ended);
          return ended;
        });
  }

  private static void requireOwn(Connection tx, UUID account, UUID link) throws SQLException {
    if (Statements.list(
            tx,
            "select 1 from links where id = ? and account_id = ? for update",
            (Row r) -> true,
            link,
            account)
        .isEmpty()) {
      throw Problem.notFound();
    }
  }
}
