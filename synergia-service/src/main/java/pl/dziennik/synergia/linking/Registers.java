package pl.dziennik.synergia.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
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

  Registers(Sql sql, GrantTickets tickets, Event<DocumentsRaised> raised) {
    this.sql = sql;
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
}
