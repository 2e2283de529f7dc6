package pl.dziennik.support.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemMappersTest {
  private final ProblemMappers mappers = new ProblemMappers();

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "53300", "57P01"})
  void aDatabaseThatIsAwayIsToBeAskedAgain(String state) {
    assertUnavailable(mappers.internal(new SQLException("secret", state)));
    assertUnavailable(
        mappers.internal(new IllegalStateException(new SQLException("secret", state))));
  }

  @Test
  void anEmptyPoolIsToBeAskedAgain() {
    assertUnavailable(
        mappers.internal(new SQLException("Acquisition timeout while waiting for new connection")));
  }

  @Test
  void everythingElseIsOurs() {
    Response answer = mappers.internal(new SQLException("secret", "42P01"));

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getEntity())
        .isInstanceOfSatisfying(
            ProblemDocument.class, d -> assertThat(d.code()).isEqualTo("internal"))
        .asString()
        .doesNotContain("secret");
  }

  private static void assertUnavailable(Response answer) {
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
    assertThat(answer.getEntity())
        .isInstanceOfSatisfying(
            ProblemDocument.class, d -> assertThat(d.code()).isEqualTo("database-unavailable"))
        .asString()
        .doesNotContain("secret");
  }
}
