package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppOriginsTest {
  @Test
  void originsStandInTheAttributeSeparatedBySpaces() {
    AppOrigins origins =
        new AppOrigins(List.of("https://rodzina.example", " http://localhost:8080 "));

    assertThat(origins.asText()).isEqualTo("https://rodzina.example http://localhost:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "",
        "https://a.example/",
        "https://a.example?x",
        "https://u@a.example",
        "rodzina.example",
        "javascript:alert(1)",
        "https://*.example"
      })
  void whatIsNoOriginIsRefusedAtStart(String wrong) {
    List<String> configured = List.of(wrong);

    assertThatThrownBy(() -> new AppOrigins(configured))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
