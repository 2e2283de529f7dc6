package pl.dziennik.synergia.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pl.dziennik.synergia.teaching.Insight;

/** Who may keep the school's own categories: the administrator and the head. */
@ApplicationScoped
@Transactional
class CategoryRights {
  private final Insight insight;

  CategoryRights(Insight insight) {
    this.insight = insight;
  }

  boolean mayKeepTheSchools() {
    return insight.readsWholeSchool();
  }
}
