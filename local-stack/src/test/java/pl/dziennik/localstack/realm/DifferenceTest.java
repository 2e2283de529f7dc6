package pl.dziennik.localstack.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void onlyWhatIsWantedCounts() throws JsonProcessingException {
    assertThat(
            Difference.covers(
                json("{'a':1,'b':[2,1],'c':{'d':true,'e':5}}"), json("{'b':[1,2],'c':{'d':true}}")))
        .isTrue();
    assertThat(Difference.covers(json("{'a':1}"), json("{'a':2}"))).isFalse();
    assertThat(Difference.covers(json("{}"), json("{'a':false}"))).isFalse();
    assertThat(Difference.covers(json("{'b':[1]}"), json("{'b':[1,2]}"))).isFalse();
  }

  @Test
  void mergingKeepsWhatNobodyAskedAbout() throws JsonProcessingException {
    ObjectNode merged =
        Difference.merge(json("{'id':'x','c':{'d':1,'e':2}}"), json("{'c':{'d':3},'f':4}"));
    assertThat(merged).isEqualTo(json("{'id':'x','c':{'d':3,'e':2},'f':4}"));
  }

  private static ObjectNode json(String text) throws JsonProcessingException {
    return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
