package pl.dziennik.account.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.dziennik.account.language.Language;

/** The pages' templates, {@code <name>.<language>.html}; without one of them nothing starts. */
@Startup
@Singleton
class PageTemplates {
  static final List<String> NAMES =
      List.of("home", "activate", "reset-password", "confirm-child", "confirm-link", "linked");

  private final Map<String, Template> templates;

  PageTemplates(Engine engine) {
    this.templates =
        NAMES.stream()
            .flatMap(name -> Arrays.stream(Language.values()).map(l -> file(name, l)))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), f -> template(engine, f)));
  }

  Template of(String name, Language language) {
    String file = file(name, language);
    return Objects.requireNonNull(templates.get(file), file);
  }

  private static Template template(Engine engine, String file) {
    Template template = engine.getTemplate(file);
    if (template == null) {
      throw new IllegalStateException("missing " + file);
    }
    return template;
  }

  private static String file(String name, Language language) {
    return "page/" + name + "." + language.code() + ".html";
  }
}
