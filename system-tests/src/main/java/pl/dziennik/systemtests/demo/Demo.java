package pl.dziennik.systemtests.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import pl.dziennik.systemtests.journey.Places;

/** {@code ./synergia demo}. Arguments: the ports' offset and an operator's access token. */
public final class Demo {
  private Demo() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Places places = Places.local(Integer.parseInt(args[0]));
    try {
      new FamilyJourney(places, out::println).walk(places.anonymous().as(args[1]));
    } catch (RuntimeException e) {
      out.println("NIE UDAŁO SIĘ: " + e.getMessage());
      System.exit(1);
    }
  }
}
