package pl.dziennik.account.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import pl.dziennik.account.language.Language;

/** A page that is missing in some language is found before anybody opens it. */
class PageTemplatesTest {
  @ParameterizedTest
  @FieldSource("pl.dziennik.testkit.language.Languages#ALL")
  void everyPageIsThereInEveryLanguage(String language) {
    PageTemplates templates = new PageTemplates(engine(PageTemplatesTest::isInTheService));

    assertThat(PageTemplates.NAMES)
        .allSatisfy(
            name ->
                assertThat(templates.of(name, Language.asked(language)).render())
                    .isEqualTo("page/" + name + "." + language + ".html"));
  }

  @Test
  void aMissingOneIsNamedAtTheStart() {
    Engine engine = engine(file -> !file.equals("page/linked.uk.html"));

    assertThatThrownBy(() -> new PageTemplates(engine))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("missing page/linked.uk.html");
  }

  private static boolean isInTheService(String file) {
    return PageTemplatesTest.class.getResource("/templates/" + file) != null;
  }

  /** Its templates say their own names. */
  private static Engine engine(Predicate<String> isThere) {
    return Engine.builder()
        .addDefaults()
        .addLocator(file -> Optional.of(file).filter(isThere).map(PageTemplatesTest::template))
        .build();
  }

  private static TemplateLocation template(String text) {
    return new TemplateLocation() {
      @Override
      public StringReader read() {
        return new StringReader(text);
      }

      @Override
      public Optional<Variant> getVariant() {
        return Optional.empty();
      }
    };
  }
}
