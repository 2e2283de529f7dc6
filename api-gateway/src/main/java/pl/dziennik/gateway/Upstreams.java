package pl.dziennik.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A streaming proxy for each target. */
@ApplicationScoped
class Upstreams {
  private static final Logger LOG = Logger.getLogger(Upstreams.class);
  private static final int CONNECT_TIMEOUT_MS = 2_000;
  private static final int READ_IDLE_SECONDS = 30;
  private static final int POOL = 200;

  /** Well below the idle limit, so that a request never meets a connection that is being closed. */
  private static final int KEEP_ALIVE_SECONDS = 10;

  private final Map<Target, HttpProxy> proxies = new EnumMap<>(Target.class);

  Upstreams(Vertx vertx, GatewayConfig config) {
    add(vertx, config, Target.SYNERGIA, config.synergiaUrl());
    add(vertx, config, Target.ACCOUNT, config.accountUrl());
    add(vertx, config, Target.LINKING, config.linkingUrl());
    add(vertx, config, Target.NOTIFICATION, config.notificationUrl());
    add(vertx, config, Target.KEYCLOAK, config.keycloakUrl());
  }

  void forward(Target target, HttpServerRequest request) {
    HttpProxy proxy = proxies.get(target);
    if (proxy == null) {
      throw new IllegalStateException("no upstream for " + target);
    }
    proxy.handle(request);
  }

  private void add(Vertx vertx, GatewayConfig config, Target target, URI url) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout(CONNECT_TIMEOUT_MS)
            .setReadIdleTimeout(READ_IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setMaxPoolSize(POOL);
    proxies.put(
        target,
        HttpProxy.reverseProxy(vertx.createHttpClient(options))
            .origin(url.getPort(), url.getHost())
            .addInterceptor(new ForwardedHeaders(config.publicOrigin()))
            .addInterceptor(new Unavailable(target)));
  }

  /** A target that is down or silent is a 503 that says who. */
  private record Unavailable(Target target) implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      return context
          .sendRequest()
          .recover(
              failure -> {
                log(failure);
                ProxyResponse answer = context.request().release().response();
                answer.setStatusCode(503);
                answer.putHeader("Content-Type", GatewayProblem.MEDIA_TYPE);
                answer.putHeader("Retry-After", "5");
                answer.putHeader("Cache-Control", "no-store");
                answer.setBody(Body.body(GatewayProblem.unavailable(target).body()));
                return Future.succeededFuture(answer);
              });
    }

    /** Its kind only: the message may quote what a caller sent. */
    private void log(Throwable failure) {
      if (failure instanceof StreamResetException) {
        LOG.debugf("upstream=%s given up: the caller has gone", target.serviceName());
      } else {
        LOG.warnf("upstream=%s failed: %s", target.serviceName(), failure.getClass().getName());
      }
    }
  }
}
