package pl.dziennik.support.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static Ids at(String instant) {
    return new Ids(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
  }

  @Test
  void areOfVersionSevenAndVariantTwo() {
    UUID id = at("2026-11-24T10:00:00Z").next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void laterOnesSortLater() {
    String earlier = at("2026-11-24T10:00:00.000Z").next().toString();
    String later = at("2026-11-24T10:00:00.001Z").next().toString();
    assertThat(earlier).isLessThan(later);
  }

  @Test
  void areDifferentWithinAMillisecond() {
    Ids ids = at("2026-11-24T10:00:00Z");
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      seen.add(ids.next());
    }
    assertThat(seen).hasSize(1_000);
  }
}
