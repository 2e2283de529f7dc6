package pl.dziennik.synergia.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.sync.DocumentBumps;
import pl.dziennik.synergia.sync.DocumentsRaised;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/**
 * Raises the versions of documents in the writer's transaction. Call it before the items are
 * written: the answer is their {@code since}, read under the documents' row locks.
 */
@ApplicationScoped
public class Stamps {
  private final Sql sql;
  private final CurrentSchool school;
  private final Event<DocumentsRaised> raised;

  Stamps(Sql sql, CurrentSchool school, Event<DocumentsRaised> raised) {
    this.sql = sql;
    this.school = school;
    this.raised = raised;
  }

  public DocumentKey ofPupil(UUID pupil, Category category, String period) {
    return new DocumentKey(school.id(), Audience.pupil(pupil), category, period);
  }

  public DocumentKey ofClass(UUID classId, Category category, String period) {
    return new DocumentKey(school.id(), Audience.schoolClass(classId), category, period);
  }

  public Instant raise(Collection<DocumentKey> documents) {
    raised.fire(new DocumentsRaised());
    return sql.with(connection -> DocumentBumps.bump(connection, documents));
  }
}
