package pl.dziennik.synergia.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoGeneratorTest {

  @Test
  void makesThreeHundredPupilsInTwelveClassesTheSameEveryTime() {
    DemoPeople people = new DemoPeople(2026);
    assertThat(people.pupils()).hasSize(300).isEqualTo(new DemoPeople(2026).pupils());
    assertThat(people.guardians()).isEqualTo(new DemoPeople(2026).guardians());
    assertThat(people.pupils().stream().map(DemoPeople.Pupil::id).collect(Collectors.toSet()))
        .hasSize(300);
    assertThat(
            people.pupils().stream()
                .collect(
                    Collectors.groupingBy(DemoPeople.Pupil::classNumber, Collectors.counting()))
                .values())
        .hasSize(12)
        .containsOnly(25L);
    Set<Object> guarded =
        people.guardians().stream().flatMap(g -> g.pupils().stream()).collect(Collectors.toSet());
    assertThat(guarded).hasSize(300);
  }

  @Test
  void thePrintedGuardianHasTwoChildrenAndTheOtherOne() {
    DemoPeople people = new DemoPeople(2026);
    assertThat(people.guardians().getFirst().pupils()).hasSize(2);
    List<DemoLogin> logins = DemoLogin.all(new DemoYear(2026, LocalDate.of(2026, 11, 24)));
    assertThat(logins)
        .extracting(DemoLogin::role)
        .containsExactly("ADMINISTRATOR", "TEACHER", "TEACHER", "GUARDIAN", "GUARDIAN", "PUPIL");
    assertThat(logins).extracting(DemoLogin::personId).doesNotHaveDuplicates();
  }

  @Test
  void aWomanBearsTheFeminineForm() {
    assertThat(DemoNames.feminine("Wiśniewski")).isEqualTo("Wiśniewska");
    assertThat(DemoNames.feminine("Nowicki")).isEqualTo("Nowicka");
    assertThat(DemoNames.feminine("Zawadzki")).isEqualTo("Zawadzka");
    assertThat(DemoNames.feminine("Nowak")).isEqualTo("Nowak");
    for (DemoPeople.Pupil pupil : new DemoPeople(2026).pupils()) {
      boolean girl = DemoNames.GIRLS.contains(pupil.firstName());
      assertThat(pupil.lastName()).doesNotEndWith(girl ? "ki" : "ka");
    }
  }

  @Test
  void twentyFiveTeachersStandInNoTwoRoomsAtOnce() {
    DemoTeaching teaching = new DemoTeaching();
    assertThat(teaching.teachers()).hasSize(25);
    Set<String> taken = new HashSet<>();
    Map<Object, Integer> hours = new HashMap<>();
    for (DemoWeek.Slot slot : new DemoWeek(teaching.assignments()).slots()) {
      String when = slot.day() + "/" + slot.number() + " ";
      assertThat(taken.add(when + "teacher" + slot.assignment().teacher())).isTrue();
      assertThat(taken.add(when + "class" + slot.assignment().classNumber())).isTrue();
      hours.merge(slot.assignment().id(), 1, Integer::sum);
    }
    teaching
        .assignments()
        .forEach(
            a ->
                assertThat(hours.get(a.id()))
                    .isEqualTo(DemoTeaching.SUBJECTS.get(a.subject()).hours()));
  }

  @Test
  void idsAreOfVersionSevenAndStable() {
    assertThat(DemoIds.SCHOOL.version()).isEqualTo(7);
    assertThat(DemoIds.SCHOOL.variant()).isEqualTo(2);
    assertThat(DemoIds.of("pupil", 1))
        .isEqualTo(DemoIds.of("pupil", 1))
        .isNotEqualTo(DemoIds.of("pupil", 2));
    assertThat(DemoIds.of("pupil", 1).toString()).startsWith(DemoIds.PREFIX);
  }

  @Test
  void theYearIsTheOneThatTheDayLiesIn() {
    DemoYear year = DemoYear.around(LocalDate.of(2026, 11, 24));
    assertThat(year.label()).isEqualTo("2026/27");
    assertThat(year.term()).isEqualTo(1);
    assertThat(year.endsOn()).isEqualTo(LocalDate.of(2027, 6, 25));
    assertThat(year.endsOn().getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    DemoYear summer = DemoYear.around(LocalDate.of(2027, 7, 10));
    assertThat(summer.label()).isEqualTo("2026/27");
    assertThat(summer.term()).isEqualTo(2);
    assertThat(summer.lastDay()).isEqualTo(LocalDate.of(2027, 6, 25));
  }
}
