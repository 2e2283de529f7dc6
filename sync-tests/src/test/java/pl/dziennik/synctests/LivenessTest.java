package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.CLASS_A;
import static pl.dziennik.synctests.SchoolSide.CLASS_B;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.events.document.Category;
import pl.dziennik.synergia.sync.RenderedDocument;

/** Rule 8: what a grant covers <em>now</em>; linking-sync has not heard of the change yet. */
class LivenessTest extends SyncTest {

  @BeforeEach
  void aLinkedChildWithChanges() {
    world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    school.timetable(CLASS_A);
  }

  private List<Category> rendered() {
    return school.render().stream().map(RenderedDocument::key).map(k -> k.category()).toList();
  }

  @Test
  void theChildsOwnDocumentsAndThoseOfTheClassAreRendered() {
    assertThat(rendered()).containsExactlyInAnyOrder(Category.GRADES, Category.TIMETABLE);
  }

  @Test
  void ofADisabledAccountOnlyTheNewsOfItIs() {
    school.enable(MOTHER, false);

    assertThat(rendered()).containsExactly(Category.ACCESS);
  }

  @Test
  void aBlockedCategoryIsNot() {
    school.block(Category.GRADES, true);

    assertThat(rendered()).containsExactlyInAnyOrder(Category.ACCESS, Category.TIMETABLE);
  }

  @Test
  void theClassThatTheChildHasLeftIsNot() {
    school.move(ZOSIA, CLASS_B);

    assertThat(rendered())
        .containsExactlyInAnyOrder(Category.ACCESS, Category.PROFILE, Category.GRADES);
  }

  @Test
  void aChildWhoIsNoLongerTheAccountsIsNot() {
    school.database.asSuperuser(
        "delete from guardianships where guardian_id = '%s' and pupil_id = '%s'"
            .formatted(MOTHER, ZOSIA));

    assertThat(rendered()).isEmpty();
  }
}
