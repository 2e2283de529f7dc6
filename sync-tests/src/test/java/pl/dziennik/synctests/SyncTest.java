package pl.dziennik.synctests;

import org.junit.jupiter.api.BeforeEach;

/** Every test begins with an empty copy and a school nobody has linked. */
abstract class SyncTest {
  private static final class Holder {
    static final World WORLD = new World();
  }

  final World world = Holder.WORLD;
  final SchoolSide school = world.school;

  @BeforeEach
  void begin() {
    world.begin();
  }
}
