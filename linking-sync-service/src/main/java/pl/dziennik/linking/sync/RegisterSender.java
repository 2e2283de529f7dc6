package pl.dziennik.linking.sync;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import pl.dziennik.events.document.Scope;
import pl.dziennik.linking.sync.RegisterQueue.Register;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;
import pl.dziennik.support.trace.Traces;

/**
 * Sync rule 19: moves the registers to Synergia; a row is deleted after the answer. What a row
 * stands for is read when it is sent: a scope that has ended is not asked for, a link that has
 * ended is not opened. Schools are served one after the other: one that does not answer costs one
 * call's patience and is then left alone for a while; a row that is refused holds up nothing.
 * Several senders at once only repeat. One instance is for one thread.
 */
public final class RegisterSender {
  private static final Logger LOG = Logger.getLogger(RegisterSender.class);

  private final DataSource dataSource;
  private final SchoolRegisters synergia;
  private final SilentSchools silent = new SilentSchools();

  public RegisterSender(DataSource dataSource, SchoolRegisters synergia) {
    this.dataSource = dataSource;
    this.synergia = synergia;
  }

  /**
   * Sends what is there.
   *
   * @return how many rows are done with
   */
  public int run() throws SQLException {
    int done = 0;
    for (UUID school : Transactions.in(dataSource, RegisterQueue::schools)) {
      if (!silent.isPausing(school)) {
        done += run(school);
      }
    }
    return done;
  }

  private int run(UUID school) throws SQLException {
    int done = 0;
    try {
      for (Register row : Transactions.in(dataSource, c -> RegisterQueue.due(c, school))) {
        done += isDone(row) && Transactions.in(dataSource, c -> RegisterQueue.done(c, row)) ? 1 : 0;
      }
      silent.answered(school);
    } catch (IOException e) {
      silent.silent(school);
      LOG.warnf("registers of school=%s wait: %s", school, e.getMessage());
    }
    return done;
  }

  private boolean isDone(Register row) throws SQLException, IOException {
    try {
      return traced(row);
    } catch (RegisterRefused | RuntimeException e) {
      LOG.errorf(
          "alarm=register-refused id=%d school=%s: %s", row.id(), row.school(), e.getMessage());
      Transactions.in(dataSource, c -> RegisterQueue.refused(c, row, e.getClass().getSimpleName()));
      return false;
    }
  }

  private boolean traced(Register row) throws SQLException, IOException {
    try {
      return Traces.under(row.traceparent(), () -> send(row));
    } catch (SQLException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean send(Register row) throws SQLException, IOException {
    switch (row.kind()) {
      case "LIVE" -> {
        return live(row);
      }
      case "ENDED" -> synergia.ended(row.school(), row.linkId(), ticket(row.linkId()));
      default -> need(row.scope());
    }
    return true;
  }

  private boolean live(Register row) throws SQLException, IOException {
    UUID id = row.linkId();
    Optional<String> ticket =
        Transactions.in(dataSource, c -> Links.lock(c, id).map(Links.Link::ticket));
    if (ticket.isEmpty()) {
      return true;
    }
    long epoch = Transactions.in(dataSource, c -> SchoolEpochs.known(c, row.school()));
    return switch (synergia.live(row.school(), id, epoch, ticket.get())) {
      case SchoolRegisters.Answer.Taken() -> true;
      case SchoolRegisters.Answer.EpochDiffers(long now) -> {
        if (now < epoch) {
          throw new RegisterRefused("the school's epoch is behind what it was");
        }
        Transactions.in(dataSource, c -> SchoolEpochs.notice(c, row.school(), now));
        yield false;
      }
      case SchoolRegisters.Answer.Ended() -> {
        Transactions.in(dataSource, c -> LinkLife.end(c, id, EndReason.ENDED_AT_SCHOOL));
        yield true;
      }
      case SchoolRegisters.Answer.TicketRefused() ->
          throw new RegisterRefused("the ticket of link " + id);
    };
  }

  private void need(Scope scope) throws SQLException, IOException {
    Optional<CopyScopes.ScopeRow> now = Transactions.in(dataSource, c -> CopyScopes.lock(c, scope));
    if (now.isPresent()) {
      synergia.need(scope, now.get().generation(), held(scope));
    }
  }

  private List<String> held(Scope scope) throws SQLException {
    return Transactions.in(
        dataSource,
        c ->
            Statements.list(
                c,
                "select period from documents"
                    + " where school_id = ? and audience = ? and category = ?",
                (Row r) -> r.text(1),
                scope.schoolId(),
                scope.audience().toString(),
                scope.category()));
  }

  private String ticket(UUID link) throws SQLException {
    return Transactions.in(
        dataSource,
        c ->
            Statements.list(c, "select ticket from links where id = ?", (Row r) -> r.text(1), link)
                .stream()
                .findFirst()
                .orElse(""));
  }
}
