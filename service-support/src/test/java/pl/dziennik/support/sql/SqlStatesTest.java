package pl.dziennik.support.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlStatesTest {

  @Test
  void onlyClasses22And23AreOfTheData() {
    assertThat(List.of("22021", "23505")).allMatch(s -> SqlStates.isOfTheData(state(s)));
    assertThat(List.of("08006", "40001", "42P01")).noneMatch(s -> SqlStates.isOfTheData(state(s)));
    assertThat(SqlStates.isOfTheData(new SQLException("without a state"))).isFalse();
  }

  @Test
  void aDatabaseThatCannotBeReachedOrHasNoConnectionLeftIsAway() {
    assertThat(List.of("08001", "53300", "57P01")).allMatch(s -> SqlStates.isAway(state(s)));
    assertThat(List.of("57014", "22021")).noneMatch(s -> SqlStates.isAway(state(s)));
    assertThat(SqlStates.isAway(new SQLException("Acquisition timeout while waiting"))).isTrue();
    assertThat(SqlStates.isAway(new SQLException("something else"))).isFalse();
  }

  @Test
  void aBrokenConnectionLeavesACommitInDoubt() {
    assertThat(List.of("08006", "40003")).allMatch(s -> SqlStates.isCommitInDoubt(state(s)));
    assertThat(List.of("40001", "23505")).noneMatch(s -> SqlStates.isCommitInDoubt(state(s)));
  }

  private static SQLException state(String state) {
    return new SQLException("refused", state);
  }
}
