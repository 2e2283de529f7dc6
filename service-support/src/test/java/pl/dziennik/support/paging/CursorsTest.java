package pl.dziennik.support.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.dziennik.support.problem.Problem;

class CursorsTest {
  private final Cursors cursors = new Cursors(new byte[32]);

  @Test
  void givesThePositionBack() {
    String cursor = cursors.sign("pupils of school 1", "50 Łęcka");
    assertThat(cursors.verify("pupils of school 1", cursor)).isEqualTo("50 Łęcka");
  }

  @Test
  void servesOneQueryOnly() {
    String cursor = cursors.sign("pupils of school 1", "50");
    assertThatThrownBy(() -> cursors.verify("pupils of school 2", cursor))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo("invalid-cursor"));
  }

  @Test
  void ofAnotherKeyIsRefused() {
    byte[] other = new byte[32];
    other[0] = 1;
    String cursor = new Cursors(other).sign("q", "50");
    assertThatThrownBy(() -> cursors.verify("q", cursor)).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "AAAA", "not base64!", "====", "🙂"})
  void garbageIsAProblem(String cursor) {
    assertThatThrownBy(() -> cursors.verify("q", cursor)).isInstanceOf(Problem.class);
  }
}
