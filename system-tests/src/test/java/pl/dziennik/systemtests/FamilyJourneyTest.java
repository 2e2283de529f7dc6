package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.demo.FamilyJourney;

/** The demonstration is a test as well: every step of it checks what it tells. */
class FamilyJourneyTest {
  private final Platform platform = Platform.running();

  @Test
  void aFamilyGoesFromTheSlipOfPaperToTheErasedCopy() {
    List<String> told = new ArrayList<>();

    new FamilyJourney(platform.places(), told::add).walk(platform.operator());

    assertThat(told).last().asString().startsWith("Koniec");
  }
}
