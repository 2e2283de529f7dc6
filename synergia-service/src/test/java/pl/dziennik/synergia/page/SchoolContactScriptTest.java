package pl.dziennik.synergia.page;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synergia.page.SchoolInBrowser.CONTACT;
import static pl.dziennik.synergia.page.SchoolInBrowser.SCHOOL;
import static pl.dziennik.synergia.page.SchoolInBrowser.reading;
import static pl.dziennik.synergia.page.SchoolInBrowser.school;
import static pl.dziennik.synergia.page.SchoolInBrowser.signedIn;

import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.page.PageInBrowser;

/** Who issues a new slip, and which school the page remembers. */
class SchoolContactScriptTest {
  @Test
  void theAddressOnTheSlipTellsBeforeAnyLoginWhoIssuesANewOne() {
    try (PageInBrowser page =
        school().answering(CONTACT, 200, SCHOOL).open("/school?szkola=10001")) {
      assertThat(page.textOf("reissue-school")).isEqualTo("SP nr 7, Toruń");
      assertThat(page.textOf("reissue-contact")).isEqualTo("pokój 3, tel. 56 000 00 00");
      assertThat(page.isHidden("reissue-particular")).isFalse();
      assertThat(page.isHidden("reissue-general")).isTrue();
      assertThat(page.address()).isEqualTo("/school?szkola=10001");
      assertThat(page.remembered("localStorage", "szkola")).isEqualTo("10001");
    }
  }

  @Test
  void theSchoolIsRememberedWhenTheSlipIsLost() {
    try (PageInBrowser page = reading()) {
      assertThat(page.remembered("localStorage", "szkola")).isEqualTo("10001");
    }
    try (PageInBrowser page =
        school()
            .remembering("localStorage", "szkola", "10001")
            .answering(CONTACT, 200, SCHOOL)
            .open("/school")) {
      assertThat(page.textOf("reissue-contact")).isEqualTo("pokój 3, tel. 56 000 00 00");
    }
  }

  @Test
  void aLinkShowsTheSchoolThatItNamesAndLeavesTheRememberedOne() {
    try (PageInBrowser page =
        school()
            .remembering("localStorage", "szkola", "20002")
            .answering(CONTACT, 200, SCHOOL)
            .open("/school?szkola=10001")) {
      assertThat(page.textOf("reissue-contact")).isEqualTo("pokój 3, tel. 56 000 00 00");
      assertThat(page.remembered("localStorage", "szkola")).isEqualTo("20002");
    }
  }

  @Test
  void aLoginChangesTheRememberedSchool() {
    PageInBrowser browser =
        school()
            .remembering("localStorage", "szkola", "20002")
            .answering("GET /synergia/v1/school-contacts/20002", 200, SCHOOL);
    try (PageInBrowser page = signedIn(browser)) {
      assertThat(page.remembered("localStorage", "szkola")).isEqualTo("10001");
    }
  }

  @Test
  void anUnknownSchoolLeavesTheGeneralText() {
    try (PageInBrowser page = school().answering(CONTACT, 404, "{}").open("/school?szkola=10001")) {
      assertThat(page.isHidden("reissue-general")).isFalse();
      assertThat(page.isHidden("reissue-particular")).isTrue();
      assertThat(page.remembered("localStorage", "szkola")).isEqualTo("null");
    }
    try (PageInBrowser page = school().open("/school?szkola=../me")) {
      assertThat(page.requests()).isEmpty();
      assertThat(page.shown()).isEqualTo("start");
      assertThat(page.address()).isEqualTo("/school");
    }
  }
}
