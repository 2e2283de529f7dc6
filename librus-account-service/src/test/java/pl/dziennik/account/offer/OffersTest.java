package pl.dziennik.account.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.dziennik.account.language.Language;
import pl.dziennik.events.FactJson;

/** The offers that hold on a day, whatever the day is on which this runs. */
class OffersTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2027, 8, 31);

  @Test
  void areInPolishWithAPriceAndTheirLastDay() {
    List<Offer> offers = at("2026-11-25T12:00:00Z");

    assertThat(offers).extracting(Offer::title).contains("Mobilne dodatki na 12 miesięcy");
    assertThat(offers).allMatch(offer -> offer.priceGrosze() > 0);
    assertThat(offers).extracting(Offer::validTo).containsOnly(LAST_DAY);
  }

  @Test
  void holdUntilTheirLastDayEndsInPoland() {
    assertThat(at("2027-08-31T21:59:59Z")).isNotEmpty();
    assertThat(at("2027-08-31T22:00:00Z")).isEmpty();
  }

  private static List<Offer> at(String instant) {
    Clock clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    return new Offers(FactJson.mapper(), clock).in(Language.POLISH);
  }
}
