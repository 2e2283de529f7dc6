package pl.dziennik.synergia.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Subjects, 25 teachers and who teaches what to which class. */
final class DemoTeaching {
  /** A subject with its weekly hours and how many teachers share it. */
  record Subject(UUID id, String name, String shortName, int hours, int teachers) {}

  record Teacher(UUID id, String firstName, String lastName) {}

  /** A subject of a class, by numbers in the lists. */
  record Assignment(UUID id, int teacher, int subject, int classNumber) {}

  static final List<Subject> SUBJECTS =
      List.of(
          subject(0, "język polski", "pol", 5, 4),
          subject(1, "matematyka", "mat", 4, 3),
          subject(2, "język angielski", "ang", 3, 3),
          subject(3, "historia", "his", 2, 2),
          subject(4, "biologia z przyrodą", "bio", 2, 2),
          subject(5, "geografia", "geo", 2, 2),
          subject(6, "informatyka", "inf", 1, 1),
          subject(7, "muzyka", "muz", 1, 1),
          subject(8, "plastyka", "pla", 1, 1),
          subject(9, "technika", "tec", 1, 1),
          subject(10, "wychowanie fizyczne", "wf", 4, 4),
          subject(11, "religia/etyka", "rel", 1, 1));

  private final List<Teacher> teachers = new ArrayList<>();
  private final List<Assignment> assignments = new ArrayList<>();

  DemoTeaching() {
    Random random = new Random(42);
    for (int s = 0; s < SUBJECTS.size(); s++) {
      int first = teachers.size();
      for (int t = 0; t < SUBJECTS.get(s).teachers(); t++) {
        addTeacher(random);
      }
      for (int c = 0; c < DemoPeople.CLASSES.size(); c++) {
        int teacher = first + c % SUBJECTS.get(s).teachers();
        assignments.add(
            new Assignment(DemoIds.of("assignment", assignments.size()), teacher, s, c));
      }
    }
  }

  List<Teacher> teachers() {
    return List.copyOf(teachers);
  }

  List<Assignment> assignments() {
    return List.copyOf(assignments);
  }

  private void addTeacher(Random random) {
    boolean woman = random.nextInt(10) < 8;
    String surname = DemoNames.surname(random);
    teachers.add(
        new Teacher(
            DemoIds.of("teacher", teachers.size()),
            DemoNames.of(woman ? DemoNames.WOMEN : DemoNames.MEN, random),
            woman ? DemoNames.feminine(surname) : surname));
  }

  private static Subject subject(int n, String name, String shortName, int hours, int teachers) {
    return new Subject(DemoIds.of("subject", n), name, shortName, hours, teachers);
  }
}
