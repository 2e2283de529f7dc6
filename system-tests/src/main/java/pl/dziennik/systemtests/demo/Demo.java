package pl.dziennik.systemtests.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.Scanner;
import pl.dziennik.systemtests.journey.Places;

/**
 * {@code ./synergia demo}. Argument: the ports' offset. Standard input: a line with an operator's
 * access token, for others on the machine can read arguments.
 */
public final class Demo {
  private Demo() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    String operator = new Scanner(System.in, UTF_8).nextLine();
    Places places = Places.local(Integer.parseInt(args[0]));
    try {
      new FamilyJourney(places, out::println).walk(places.anonymous().as(operator));
    } catch (RuntimeException e) {
      out.println("NIE UDAŁO SIĘ: " + e.getMessage());
      System.exit(1);
    }
  }
}
