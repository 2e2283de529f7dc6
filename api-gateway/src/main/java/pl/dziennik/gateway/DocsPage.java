package pl.dziennik.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Swagger UI at {@code /docs}, all from this process: no other host is asked for anything. */
final class DocsPage {
  private static final String UI = "META-INF/resources/webjars/swagger-ui/" + version() + "/";
  private static final String OURS = "docs/";

  /** Nothing inline, nothing from elsewhere; the pictures are inside Swagger UI's style sheet. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> FILES =
      Map.of(
          "/docs", OURS + "docs.html",
          "/docs/docs.js", OURS + "docs.js",
          "/docs/docs.css", OURS + "docs.css",
          "/docs/swagger-ui.css", UI + "swagger-ui.css",
          "/docs/swagger-ui-bundle.js", UI + "swagger-ui-bundle.js");

  private static final Map<String, Buffer> READ = new ConcurrentHashMap<>();

  private DocsPage() {}

  static void answer(RoutingContext context, String path) {
    Optional<String> file = Optional.ofNullable(FILES.get(path));
    if (file.isEmpty()) {
      GatewayProblem.NOT_FOUND.answer(context);
      return;
    }
    context
        .response()
        .putHeader("Content-Type", type(file.get()))
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "public, max-age=3600")
        .end(READ.computeIfAbsent(file.get(), DocsPage::read));
  }

  private static String type(String file) {
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      default -> "text/html; charset=utf-8";
    };
  }

  private static Buffer read(String file) {
    try (InputStream in = DocsPage.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing in this build");
      }
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The webjar's files stand below its version, which it names itself. */
  private static String version() {
    Properties webjar = new Properties();
    String said = read("META-INF/maven/org.webjars/swagger-ui/pom.properties").toString();
    try {
      webjar.load(new StringReader(said));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return webjar.getProperty("version", "");
  }
}
