package pl.dziennik.synergia.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * 300 pupils of 270 families in 12 classes; every ninth family has a second child in 7a or 7b. The
 * same every time.
 */
final class DemoPeople {
  static final List<String> CLASSES =
      List.of("4a", "4b", "4c", "5a", "5b", "5c", "6a", "6b", "7a", "7b", "8a", "8b");
  static final int CLASS_SIZE = 25;
  private static final int FAMILIES_WITH_TWO = 30;
  private static final int EVERY_NINTH = 9;
  private static final int FAMILIES = CLASSES.size() * CLASS_SIZE - FAMILIES_WITH_TWO;
  private static final int FIRST_OF_7A = CLASSES.indexOf("7a") * CLASS_SIZE;
  private static final int AGE_AT_LEVEL_ZERO = 6;

  private final List<Pupil> pupils = new ArrayList<>();
  private final List<Guardian> guardians = new ArrayList<>();
  private final int startYear;

  /** A pupil of a class by number in {@link #CLASSES}. */
  record Pupil(UUID id, int classNumber, String firstName, String lastName, LocalDate born) {}

  record Guardian(UUID id, String firstName, String lastName, List<UUID> pupils) {}

  /**
   * @param startYear the calendar year in which the school year begins
   */
  DemoPeople(int startYear) {
    this.startYear = startYear;
    Random random = new Random(20260901);
    int seat = 0;
    for (int family = 0; family < FAMILIES; family++) {
      // The second children sit in the first seats of 7a and 7b, which are skipped here.
      if (seat == FIRST_OF_7A) {
        seat += FAMILIES_WITH_TWO;
      }
      addFamily(family, seat++, random);
    }
  }

  List<Pupil> pupils() {
    return List.copyOf(pupils);
  }

  List<Guardian> guardians() {
    return List.copyOf(guardians);
  }

  private void addFamily(int family, int seat, Random random) {
    String surname = DemoNames.surname(random);
    List<UUID> children = new ArrayList<>();
    children.add(addPupil(seat, surname, random));
    if (family % EVERY_NINTH == 0) {
      children.add(addPupil(FIRST_OF_7A + family / EVERY_NINTH, surname, random));
    }
    boolean both = family < 2 || random.nextInt(10) < 8;
    String mother = DemoNames.of(DemoNames.WOMEN, random);
    String father = DemoNames.of(DemoNames.MEN, random);
    boolean motherAlone = random.nextBoolean();
    if (both || motherAlone) {
      addGuardian(mother, DemoNames.feminine(surname), children);
    }
    if (both || !motherAlone) {
      addGuardian(father, surname, children);
    }
  }

  private void addGuardian(String firstName, String lastName, List<UUID> children) {
    guardians.add(
        new Guardian(
            DemoIds.of("guardian", guardians.size()), firstName, lastName, List.copyOf(children)));
  }

  private UUID addPupil(int seat, String surname, Random random) {
    boolean girl = random.nextBoolean();
    int classNumber = seat / CLASS_SIZE;
    int level = Integer.parseInt(CLASSES.get(classNumber).substring(0, 1));
    Pupil pupil =
        new Pupil(
            DemoIds.of("pupil", seat),
            classNumber,
            DemoNames.of(girl ? DemoNames.GIRLS : DemoNames.BOYS, random),
            girl ? DemoNames.feminine(surname) : surname,
            LocalDate.of(startYear - AGE_AT_LEVEL_ZERO - level, 1, 1)
                .plusDays(random.nextInt(365)));
    pupils.add(pupil);
    return pupil.id();
  }
}
