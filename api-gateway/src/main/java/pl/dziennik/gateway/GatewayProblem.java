package pl.dziennik.gateway;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The gateway's own refusals, in the shape of everybody's. */
record GatewayProblem(int status, String title, String code, String detail) {
  static final String MEDIA_TYPE = "application/problem+json";
  static final GatewayProblem BAD_REQUEST =
      new GatewayProblem(400, "Bad Request", "bad-request", "This is no request of HTTP/1.1.");
  static final GatewayProblem NOT_FOUND =
      new GatewayProblem(404, "Not Found", "not-found", "There is nothing at this address.");
  static final GatewayProblem UNAUTHENTICATED =
      new GatewayProblem(401, "Unauthorized", "unauthenticated", "This needs an access token.");
  static final GatewayProblem INVALID_TOKEN =
      new GatewayProblem(
          401, "Unauthorized", "invalid-token", "The access token is not valid here.");
  static final GatewayProblem TOO_MANY =
      new GatewayProblem(
          429, "Too Many Requests", "rate-limited", "Too many requests; wait a little.");

  static GatewayProblem unavailable(Target target) {
    return new GatewayProblem(
        503,
        "Service Unavailable",
        "service-unavailable",
        target.serviceName() + " does not answer; try again in a moment.");
  }

  Buffer body() {
    JsonObject body =
        new JsonObject()
            .put("type", "urn:dziennik:problem:" + code)
            .put("title", title)
            .put("status", status)
            .put("code", code)
            .put("detail", detail);
    if (Span.current().getSpanContext().isValid()) {
      body.put("traceId", Span.current().getSpanContext().getTraceId());
    }
    return body.toBuffer();
  }

  void answer(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    response.setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE);
    response.putHeader("Cache-Control", "no-store");
    if (status == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response.end(body());
  }
}
