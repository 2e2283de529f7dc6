package pl.dziennik.notification.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import pl.dziennik.support.problem.Problem;

class PushKeysTest {
  private static final String POINT =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

  @Test
  void takesTheKeysOfABrowser() {
    PushKeys keys = PushKeys.parse(POINT + "=", AUTH + "==");

    assertThat(keys.p256dh()).hasSize(65);
    assertThat(keys.auth()).hasSize(16);
  }

  @Test
  void refusesAPointThatIsNone() {
    byte[] offTheCurve = Base64.getUrlDecoder().decode(POINT);
    offTheCurve[64] ^= 1;
    byte[] compressed = Base64.getUrlDecoder().decode(POINT);
    compressed[0] = 2;

    assertRefused(base64(offTheCurve), AUTH, "keys.p256dh");
    assertRefused(base64(compressed), AUTH, "keys.p256dh");
    assertRefused(base64(new byte[65]), AUTH, "keys.p256dh");
    assertRefused(base64(new byte[64]), AUTH, "keys.p256dh");
    assertRefused("not base64!", AUTH, "keys.p256dh");
  }

  @Test
  void refusesASecretOfAnotherLength() {
    assertRefused(POINT, base64(new byte[15]), "keys.auth");
    assertRefused(POINT, base64(new byte[17]), "keys.auth");
    assertRefused(POINT, "ą", "keys.auth");
  }

  private static void assertRefused(String p256dh, String auth, String field) {
    assertThatThrownBy(() -> PushKeys.parse(p256dh, auth))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.status()).isEqualTo(422);
              assertThat(p.errors()).extracting(Problem.FieldError::field).containsExactly(field);
            });
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
