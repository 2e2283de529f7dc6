package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.client.SignIn;
import pl.dziennik.systemtests.journey.School;
import pl.dziennik.systemtests.journey.Slip;

/** From the operator to a guardian who is in: steps that a school really goes. */
class FirstLoginJourneyTest {
  private final Platform platform = Platform.running();

  @Test
  void aGuardianGoesFromTheSlipToTheGradebook() {
    School school = School.founded(platform.places(), platform.operator());
    Api administrator = school.firstLogin(school.administratorSlip());
    administrator.post("/synergia/v1/regulations", Map.of("text", "Regulamin.")).expect(201);
    administrator.post("/synergia/v1/me/regulations-acceptances", Map.of("version", 1)).expect(204);
    Slip slip = school.classWithAFamily(administrator, "Zosia").guardianSlip();

    Api guardian = school.firstLogin(slip);
    assertThat(guardian.get("/synergia/v1/audit").expect(403).code())
        .isEqualTo("regulations-not-accepted");
    guardian.get("/synergia/v1/regulations/current").expect(200);
    guardian.post("/synergia/v1/me/regulations-acceptances", Map.of("version", 1)).expect(204);

    var me = guardian.get("/synergia/v1/me").expect(200).json();
    assertThat(me.at("/pupils/0/firstName").asText()).isEqualTo("Zosia");
    assertThat(me.path("regulationsAccepted").asBoolean()).isTrue();
    assertThat(guardian.get("/synergia/v1/audit").expect(403).code()).isEqualTo("forbidden");
    assertThat(guardian.get("/synergia/v1/pupils").expect(403).code()).isEqualTo("forbidden");
  }

  @Test
  void theOneTimePasswordServesOnceAndAReprintReplacesIt() {
    School school = School.founded(platform.places(), platform.operator());
    Slip first = school.administratorSlip();
    Slip second = school.administratorSlip();

    Browser old =
        SignIn.toSchool(Platform.ORIGIN).enter(new Browser(), first.login(), first.password());
    assertThat(old.isAtClient()).isFalse();
    assertThat(old.page().text()).contains("sekretariatu");

    school.firstLogin(second);
    Browser again =
        SignIn.toSchool(Platform.ORIGIN).enter(new Browser(), second.login(), second.password());
    assertThat(again.isAtClient()).isFalse();

    SignIn.toSchool(Platform.ORIGIN).complete(second.login(), School.PASSWORD);
  }

  @Test
  void withoutANewPasswordNobodyComesIn() {
    School school = School.founded(platform.places(), platform.operator());
    Slip slip = school.administratorSlip();

    Browser browser =
        SignIn.toSchool(Platform.ORIGIN).enter(new Browser(), slip.login(), slip.password());
    assertThat(browser.hasForm("kc-passwd-update-form")).isTrue();
    assertThat(
            platform
                .anonymous()
                .form(
                    "/auth/realms/synergia/protocol/openid-connect/token",
                    Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "local-cli",
                        "username",
                        slip.login(),
                        "password",
                        slip.password()))
                .status())
        .isEqualTo(400);
  }
}
