package pl.dziennik.systemtests.demo;

/** Who listens to the demonstration. */
@FunctionalInterface
public interface Story {
  void tell(String line);

  /** Tells, or ends the demonstration loudly. */
  default void check(boolean isSo, String line) {
    if (!isSo) {
      throw new IllegalStateException("To się nie zgadza: " + line);
    }
    tell("  ✓ " + line);
  }
}
