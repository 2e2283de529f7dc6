package pl.dziennik.synergia.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import pl.dziennik.support.problem.Problem;

class IfMatchTest {
  @Test
  void aTagMustBeThereAndBeTheRevision() {
    assertThatThrownBy(() -> IfMatch.required(null))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(428));
    assertThatThrownBy(() -> IfMatch.check("\"1\"", 2))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(412));
    IfMatch.check("\"2\"", 2);
  }
}
