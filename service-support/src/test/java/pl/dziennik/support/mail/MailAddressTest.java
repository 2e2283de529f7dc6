package pl.dziennik.support.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "anna@poczta.example, anna@poczta.example, true",
    "anna+szkola@poczta.example, anna@poczta.example, true",
    "anna+a@poczta.example, anna+b+c@poczta.example, true",
    "anna@poczta.example, anna@inna.example, false",
    "anna@poczta.example, hanna@poczta.example, false",
  })
  void whatStandsAfterAPlusMakesNoOtherMailbox(String one, String other, boolean same) {
    assertThat(MailAddress.isSameMailbox(one, other)).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@x.pl",
        "anna.nowak+szkoła@poczta.example",
        "o'neil_1@sub.dłuższa-nazwa.com.pl",
        "łucja@żółw.pl",
        "x@xn--bcher-kva.example"
      })
  void isTakenAsItIs(String address) {
    assertThat(MailAddress.normal(address)).contains(address);
  }

  @Test
  void isComparedInSmallLettersAndWithoutSpacesAround() {
    assertThat(MailAddress.normal(" Mama@Poczta.Example ")).contains("mama@poczta.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nie-adres",
        "a@b@x.pl",
        "a@x",
        ".a@x.pl",
        "a.@x.pl",
        "a..b@x.pl",
        "a@-x.pl",
        "a@x-.pl",
        "a@.x.pl",
        "a@x..pl",
        "a b@x.pl",
        "\"a\"@x.pl",
        "a\u0001b@x.pl",
        "a\u2028b@x.pl",
        "a\u202eb@x.pl",
        "a\u200bb@x.pl",
        "a\u00a0b@x.pl",
        "a\ud835\udc1ab@x.pl",
        "a@x\u202ey.pl"
      })
  void isNone(String typed) {
    assertThat(MailAddress.normal(typed)).isEmpty();
  }

  @Test
  void isNoLongerThanAnyServerTakes() {
    assertThat(MailAddress.normal("a".repeat(64) + "@x.pl")).isPresent();
    assertThat(MailAddress.normal("a".repeat(65) + "@x.pl")).isEmpty();
    assertThat(MailAddress.normal("a@" + "b".repeat(63) + ".pl")).isPresent();
    assertThat(MailAddress.normal("a@" + "b".repeat(64) + ".pl")).isEmpty();
    assertThat(MailAddress.normal("a@" + "bcd.".repeat(63) + "pl")).isEmpty();
  }
}
