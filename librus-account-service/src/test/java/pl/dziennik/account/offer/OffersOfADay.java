package pl.dziennik.account.offer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The shop on a day on which its offers hold, whatever the day is on which this runs. */
@Mock
@Singleton
class OffersOfADay extends Offers {
  OffersOfADay(ObjectMapper mapper) {
    super(mapper, Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC));
  }
}
