package pl.dziennik.account.offer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import pl.dziennik.account.language.Language;

/** The shop's offers in an account's language. */
@Singleton
class Offers {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  private final ObjectMapper mapper;
  private final Clock clock;

  Offers(ObjectMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /** The offers that hold today. */
  List<Offer> in(Language language) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), WARSAW);
    return read(language).stream().filter(o -> !o.validTo().isBefore(today)).toList();
  }

  private List<Offer> read(Language language) {
    String file = "/offers/offers." + language.code() + ".json";
    try (InputStream in = Offers.class.getResourceAsStream(file)) {
      return mapper.readValue(Objects.requireNonNull(in, file), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
