package pl.dziennik.support.problem;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before any resource: bodies over the limit, encoded U+0000 in the address, and bearer
 * tokens that are no tokens.
 */
@ApplicationScoped
public class RequestHygiene {
  private static final int BEFORE_EVERYTHING = -100_000;

  /** Three non-empty parts; the framework fails on less with an unexpected exception. */
  private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_=-]+(\\.[A-Za-z0-9_=-]+){2}");

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
    } else if (!isTokenShaped(context.request().getHeader("Authorization"))) {
      context.response().putHeader("WWW-Authenticate", "Bearer");
      refuse(context, 401, "invalid-token", "The access token is not valid here.");
    } else {
      context.next();
    }
  }

  private static boolean isTokenShaped(@Nullable String header) {
    return header == null
        || !header.regionMatches(true, 0, "Bearer ", 0, 7)
        || JWT.matcher(header.substring(7).strip()).matches();
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
