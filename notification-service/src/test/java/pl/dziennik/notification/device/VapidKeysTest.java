package pl.dziennik.notification.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class VapidKeysTest {
  private static final String PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
  private static final String PUBLIC =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
  private static final String ANOTHER =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

  @Test
  void tellsItsPublicKeyAsItWasGiven() {
    assertThat(keys(PUBLIC).publicKey()).isEqualTo(PUBLIC);
    assertThat(keys(PUBLIC + "=").publicKey()).isEqualTo(PUBLIC);
  }

  @Test
  void refusesKeysOfTwoPairsAtTheStart() {
    assertThatThrownBy(() -> keys(ANOTHER)).isInstanceOf(IllegalArgumentException.class);
  }

  private static VapidKeys keys(String publicKey) {
    return new VapidKeys(PRIVATE, publicKey, "mailto:a@b.example", Clock.systemUTC());
  }
}
