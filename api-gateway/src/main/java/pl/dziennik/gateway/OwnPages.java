package pl.dziennik.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What the gateway answers itself: the document of the whole and the page that shows it. */
@ApplicationScoped
class OwnPages {
  private static final Logger LOG = Logger.getLogger(OwnPages.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();
  private static final GatewayProblem CLASH =
      new GatewayProblem(
          500,
          "Internal Server Error",
          "documents-clash",
          "The services' documents do not fit together.");

  private final PlatformDocument document;

  OwnPages(PlatformDocument document) {
    this.document = document;
  }

  void answer(RoutingContext context) {
    String path = PathHygiene.pathOf(context.request());
    if (!path.startsWith("/openapi")) {
      DocsPage.answer(context, path);
      return;
    }
    boolean yaml = path.endsWith(".yaml");
    document
        .get()
        .map(d -> yaml ? yaml(d) : d.encodePrettily())
        .onSuccess(text -> send(context, yaml ? "application/yaml" : "application/json", text))
        .onFailure(failure -> refuse(context, failure));
  }

  private static void send(RoutingContext context, String type, String text) {
    context
        .response()
        .putHeader("Content-Type", type + "; charset=utf-8")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cache-Control", "public, max-age=60")
        .end(text);
  }

  private static void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof DocumentUnavailableException missing) {
      LOG.warn(failure.getMessage());
      context.response().putHeader("Retry-After", "5");
      GatewayProblem.unavailable(missing.service()).answer(context);
    } else {
      LOG.error("the documents of the services do not make one", failure);
      CLASH.answer(context);
    }
  }

  private static String yaml(JsonObject document) {
    try {
      return YAML.writeValueAsString(JSON.readTree(document.encode()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
