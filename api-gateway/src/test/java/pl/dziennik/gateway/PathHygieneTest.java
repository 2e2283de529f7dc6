package pl.dziennik.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathHygieneTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/synergia/v1/me",
        "/auth/realms/synergia/.well-known/openid-configuration",
        "/synergia/v1/search/%C5%82",
        "/synergia/v1/a%20b"
      })
  void letsPlainPathsThrough(String path) {
    assertThat(PathHygiene.isClean(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/synergia/v1/../internal",
        "/synergia/v1/..",
        "/synergia/./v1/me",
        "//synergia/v1/me",
        "/synergia/v1//me",
        "/synergia/v1/%2e%2e/me",
        "/synergia/v1/%2E%2E/me",
        "/synergia/v1/.%2e/me",
        "/synergia%2fv1/me",
        "/synergia/v1/%5cme",
        "/synergia/v1/me;x=1",
        "/synergia/v1/me%3bx",
        "/synergia/v1/%00",
        "/synergia/v1/%0d%0aX",
        "/synergia/v1/%25%32%65",
        "/synergia\\v1",
        "/synergia/v1/%",
        "/synergia/v1/%zz"
      })
  void refusesWhatCouldBeReadTwoWays(String path) {
    assertThat(PathHygiene.isClean(path)).isFalse();
  }
}
