package pl.dziennik.synergia.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import pl.dziennik.events.document.Category;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.sql.Row;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.sql.Sql;
import pl.dziennik.synergia.sync.DocumentsRaised;
import pl.dziennik.synergia.sync.SharingPolicy;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/** The school decides which categories consumer accounts get no copy of. */
@ApplicationScoped
@Transactional
class SharingDecision {
  /** Without these there is no link at all. */
  static final Set<Category> ALWAYS_SHARED = Set.of(Category.ACCESS, Category.PROFILE);

  private final Sql sql;
  private final CurrentSchool school;
  private final AuditTrail audit;
  private final Event<DocumentsRaised> raised;

  SharingDecision(Sql sql, CurrentSchool school, AuditTrail audit, Event<DocumentsRaised> raised) {
    this.sql = sql;
    this.school = school;
    this.audit = audit;
    this.raised = raised;
  }

  Set<Category> blocked() {
    Set<Category> out = EnumSet.noneOf(Category.class);
    out.addAll(sql.list("select category from sharing_policy", SharingDecision::category));
    return out;
  }

  /**
   * Replaces the whole list.
   *
   * @param ifMatch tag of the list that the caller has read
   */
  Set<Category> decide(Collection<Category> wanted, String ifMatch) {
    // Two decisions at once take turns: the second one finds another tag.
    sql.exists("select 1 from schools where id = ? for no key update", school.id());
    Set<Category> before = blocked();
    if (!ifMatch.equals("\"" + tag(before) + "\"")) {
      throw Problem.preconditionFailed();
    }
    Set<Category> after = EnumSet.noneOf(Category.class);
    after.addAll(wanted);
    sql.with(c -> apply(c, before, after));
    audit.record(
        "sharing-policy-changed", "school", school.id().toString(), tag(before), tag(after));
    raised.fire(new DocumentsRaised());
    return after;
  }

  /** A tag that names the list itself. */
  static String tag(Set<Category> blocked) {
    return blocked.stream().map(Category::name).sorted().collect(Collectors.joining("+", "b", ""));
  }

  private boolean apply(Connection tx, Set<Category> before, Set<Category> after)
      throws SQLException {
    for (Category category : Category.values()) {
      if (after.contains(category) && !before.contains(category)) {
        SharingPolicy.block(tx, school.id(), category);
      }
      if (before.contains(category) && !after.contains(category)) {
        SharingPolicy.unblock(tx, school.id(), category);
      }
    }
    return true;
  }

  private static Category category(Row r) throws SQLException {
    return Category.valueOf(r.text(1));
  }
}
