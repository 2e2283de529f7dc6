package pl.dziennik.pushreceiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, section 5 and appendix A. */
class PushDecryptionTest {
  private static final String MESSAGE =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
          + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_"
          + "Qulcy4a-fN";

  private final PushDecryption browser =
      new PushDecryption(
          P256.privateKey(bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")),
          bytes(
              "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
          bytes("BTBZMqHH6r4Tts7J_aSIgg"));

  PushDecryptionTest() throws GeneralSecurityException {}

  @Test
  void readsTheExampleOfTheStandard() throws GeneralSecurityException {
    assertThat(new String(browser.decrypt(bytes(MESSAGE)), StandardCharsets.UTF_8))
        .isEqualTo("When I grow up, I want to be a watermelon");
  }

  @Test
  void refusesAMessageThatWasTouchedOrCutOrIsForAnotherBrowser() throws GeneralSecurityException {
    byte[] touched = bytes(MESSAGE);
    touched[touched.length - 1] ^= 1;
    PushDecryption other =
        new PushDecryption(browser.privateKey(), browser.publicPoint(), new byte[16]);

    assertThatThrownBy(() -> browser.decrypt(touched)).isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> other.decrypt(bytes(MESSAGE)))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> browser.decrypt(new byte[40]))
        .isInstanceOf(GeneralSecurityException.class);
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
