package pl.dziennik.linking.sync;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentBody.Access;
import pl.dziennik.events.document.DocumentBody.AccessPupil;
import pl.dziennik.events.document.Scope;

/** Sync rule 13: what a link needs, by its own access document and the pupils of its ticket. */
final class GrantedScopes {
  /** Stands for "no pupil": the access document belongs to the account. */
  static final UUID NOBODY = new UUID(0, 0);

  private static final List<Category> OF_PUPIL =
      List.of(Category.PROFILE, Category.GRADES, Category.ATTENDANCE);
  private static final List<Category> OF_CLASS = List.of(Category.TIMETABLE);

  private final UUID school;
  private final SortedMap<Scope, Set<UUID>> needed = new TreeMap<>();

  private GrantedScopes(UUID school) {
    this.school = school;
  }

  static Scope access(UUID school, UUID synergiaAccount) {
    return new Scope(school, Audience.account(synergiaAccount), Category.ACCESS);
  }

  /**
   * @param access empty as long as none has come
   * @return scopes in key order, each with the pupils it is needed for
   */
  static SortedMap<Scope, Set<UUID>> of(
      UUID school, UUID synergiaAccount, Set<UUID> covered, Optional<Access> access) {
    GrantedScopes granted = new GrantedScopes(school);
    granted.need(access(school, synergiaAccount), NOBODY);
    access
        .filter(Access::enabled)
        .ifPresent(
            a ->
                a.pupils().stream()
                    .filter(p -> covered.contains(p.pupilId()))
                    .forEach(p -> granted.pupil(p, Set.copyOf(a.blockedCategories()))));
    return granted.needed;
  }

  private void pupil(AccessPupil pupil, Set<Category> blocked) {
    UUID id = pupil.pupilId();
    for (Category category : OF_PUPIL) {
      if (!blocked.contains(category)) {
        need(new Scope(school, Audience.pupil(id), category), id);
      }
    }
    for (UUID classId : pupil.classIds()) {
      for (Category category : OF_CLASS) {
        if (!blocked.contains(category)) {
          need(new Scope(school, Audience.schoolClass(classId), category), id);
        }
      }
    }
  }

  private void need(Scope scope, UUID pupil) {
    needed.computeIfAbsent(scope, s -> new TreeSet<>()).add(pupil);
  }
}
