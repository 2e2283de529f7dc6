package pl.dziennik.support.problem;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses, before any resource: bodies over the limit and encoded U+0000 in the address. */
@ApplicationScoped
public class RequestHygiene {
  private static final int BEFORE_EVERYTHING = -100_000;

  private final long maxBodyBytes;

  RequestHygiene(@ConfigProperty(name = "dziennik.http.max-body-bytes") long maxBodyBytes) {
    this.maxBodyBytes = maxBodyBytes;
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE_EVERYTHING).handler(this::check);
  }

  private void check(RoutingContext context) {
    String length = Optional.ofNullable(context.request().getHeader("Content-Length")).orElse("0");
    if (length.length() > 18 || Long.parseLong(length) > maxBodyBytes) {
      refuse(context, 413, "too-large", "A body has at most " + maxBodyBytes + " bytes.");
    } else if (context.request().uri().toLowerCase(Locale.ROOT).contains("%00")) {
      refuse(context, 400, "nul-character", "U+0000 is not allowed.");
    } else {
      context.next();
    }
  }

  private static void refuse(RoutingContext context, int status, String code, String detail) {
    HttpServerResponse response = context.response();
    response
        .setStatusCode(status)
        .putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
        .putHeader("Connection", "close")
        .end(
            new JsonObject()
                .put("type", "urn:dziennik:problem:" + code)
                .put("title", response.getStatusMessage())
                .put("status", status)
                .put("code", code)
                .put("detail", detail)
                .toBuffer());
  }
}
