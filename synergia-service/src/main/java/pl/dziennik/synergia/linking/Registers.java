package pl.dziennik.synergia.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import pl.dziennik.events.document.Generation;
import pl.dziennik.events.document.Scope;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.sync.DocumentsRaised;
import pl.dziennik.synergia.sync.Epochs;
import pl.dziennik.synergia.sync.GrantRegister;
import pl.dziennik.synergia.sync.GrantRegister.Answer;
import pl.dziennik.synergia.sync.GrantTickets;
import pl.dziennik.synergia.sync.ScopeRegister;

/** Applies what linking-sync registers, each in a transaction of its own. */
@ApplicationScoped
@Transactional
class Registers {
  private final Sql sql;
  private final GrantRegister grants;
  private final Event<DocumentsRaised> raised;
  private final Clock clock;

  Registers(Sql sql, GrantTickets tickets, Event<DocumentsRaised> raised, Clock clock) {
    this.sql = sql;
    this.clock = clock;
    this.grants = new GrantRegister(tickets);
    this.raised = raised;
  }

  Answer live(UUID school, UUID link, long epoch, String ticket) {
    raised.fire(new DocumentsRaised());
    return sql.with(c -> grants.live(c, school, link, epoch, ticket));
  }

  /**
   * @param ticket empty when linking-sync has lost it; the end is taken all the same
   */
  Answer ended(UUID school, UUID link, String ticket) {
    return sql.with(c -> grants.ended(c, school, link, ticket));
  }

  /**
   * @return false for a school that is not here
   */
  boolean need(Scope scope, Generation generation, List<String> heldPeriods) {
    raised.fire(new DocumentsRaised());
    return sql.with(
        c -> {
          if (Epochs.held(c, scope.schoolId()).isEmpty()) {
            return false;
          }
          ScopeRegister.need(c, scope, generation, heldPeriods);
          return true;
        });
  }

  /**
   * Somebody remembers what this database does not: it was restored, and nobody said so.
   *
   * @return empty for a school that is not here
   */
  OptionalLong restored(UUID school, long known, long above) {
    return sql.with(c -> Epochs.raiseFrom(c, school, known, above, clock));
  }
}
