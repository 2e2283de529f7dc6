package pl.dziennik.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.Locale;

/** Takes away what a caller says of how it came here, and says it truly. */
record ForwardedHeaders(URI publicOrigin) implements ProxyInterceptor {
  private static final int NOT_MODIFIED = 304;

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    MultiMap headers = context.request().headers();
    headers.names().stream()
        .filter(ForwardedHeaders::isOfForwarding)
        .toList()
        .forEach(headers::remove);
    String address = context.request().proxiedRequest().remoteAddress().hostAddress();
    headers.set("X-Forwarded-For", address == null ? "unknown" : address);
    headers.set("X-Forwarded-Proto", publicOrigin.getScheme());
    headers.set("X-Forwarded-Host", publicOrigin.getAuthority());
    headers.set("X-Forwarded-Port", Integer.toString(port()));
    return context.sendRequest();
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    MultiMap headers = context.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    if (!headers.contains("Referrer-Policy")) {
      headers.set("Referrer-Policy", "no-referrer");
    }
    endWithoutChunks(context.response());
    return context.sendResponse();
  }

  /** A 304 announced as chunked makes some clients wait for a chunk. */
  private static void endWithoutChunks(ProxyResponse response) {
    Body body = response.getBody();
    if (response.getStatusCode() == NOT_MODIFIED && body != null && body.stream() != null) {
      response.setBody(Body.body(body.stream(), 0L));
    }
  }

  private int port() {
    if (publicOrigin.getPort() > 0) {
      return publicOrigin.getPort();
    }
    return "https".equals(publicOrigin.getScheme()) ? 443 : 80;
  }

  private static boolean isOfForwarding(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("x-forwarded-")
        || lower.equals("forwarded")
        || lower.equals("x-real-ip")
        || lower.equals("baggage");
  }
}
