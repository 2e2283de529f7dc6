package pl.dziennik.linking.sync;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * SYNC rule 19: moves the registers to Synergia; a row is deleted after the answer. What a row
 * stands for is read when it is sent: a scope that has ended is not asked for, a link that has
 * ended is not opened. A school that does not answer holds up itself alone.
 */
public final class RegisterSender {
  private static final Logger LOG = Logger.getLogger(RegisterSender.class);
  private static final int BATCH = 500;

  private final DataSource dataSource;
  private final SchoolRegisters synergia;

  public RegisterSender(DataSource dataSource, SchoolRegisters synergia) {
    this.dataSource = dataSource;
    this.synergia = synergia;
  }

  private record Register(
      long id, UUID school, String kind, @Nullable UUID link, @Nullable Scope scope) {}

  /**
   * Sends what is there.
   *
   * @return how many rows are done with
   */
  public int run() throws SQLException {
    int done = 0;
    Set<UUID> silent = new HashSet<>();
    for (Register row : rows()) {
      if (!silent.contains(row.school)) {
        try {
          if (send(row)) {
            delete(row.id);
            done++;
          }
        } catch (IOException e) {
          silent.add(row.school);
          LOG.warnf("registers of school=%s wait: %s", row.school, e.getMessage());
        }
      }
    }
    return done;
  }

  private boolean send(Register row) throws SQLException, IOException {
    return switch (row.kind) {
      case "LIVE" -> live(row);
      case "ENDED" -> {
        synergia.ended(row.school, link(row), ticket(link(row)));
        yield true;
      }
      default -> {
        need(row);
        yield true;
      }
    };
  }

  private boolean live(Register row) throws SQLException, IOException {
    UUID id = link(row);
    Optional<String> ticket =
        Transactions.in(dataSource, c -> Links.lock(c, id).map(Links.Link::ticket));
    if (ticket.isEmpty()) {
      return true;
    }
    long epoch = Transactions.in(dataSource, c -> SchoolEpochs.known(c, row.school));
    return switch (synergia.live(row.school, id, epoch, ticket.get())) {
      case SchoolRegisters.Answer.Taken() -> true;
      case SchoolRegisters.Answer.EpochDiffers(long now) -> {
        Transactions.in(dataSource, c -> SchoolEpochs.notice(c, row.school, now));
        yield false;
      }
      case SchoolRegisters.Answer.Ended() -> {
        Transactions.in(dataSource, c -> LinkLife.end(c, id, EndReason.ENDED_AT_SCHOOL));
        yield true;
      }
      case SchoolRegisters.Answer.TicketRefused() -> {
        LOG.errorf("alarm=ticket-refused link=%s school=%s", id, row.school);
        yield false;
      }
    };
  }

  private void need(Register row) throws SQLException, IOException {
    Scope scope = Objects.requireNonNull(row.scope);
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

  private List<Register> rows() throws SQLException {
    return Transactions.in(
        dataSource,
        c ->
            Statements.list(
                c,
                "select id, school_id, kind, link_id, audience, category from register_outbox"
                    + " order by id limit "
                    + BATCH,
                RegisterSender::row));
  }

  private void delete(long id) throws SQLException {
    Transactions.in(
        dataSource, c -> Statements.update(c, "delete from register_outbox where id = ?", id));
  }

  private static UUID link(Register row) {
    return Objects.requireNonNull(row.link);
  }

  private static Register row(Row r) throws SQLException {
    UUID school = r.id(2);
    String kind = r.text(3);
    return new Register(
        r.big(1),
        school,
        kind,
        r.optionalId(4).orElse(null),
        "NEED".equals(kind)
            ? new Scope(school, Audience.parse(r.text(5)), Category.valueOf(r.text(6)))
            : null);
  }
}
