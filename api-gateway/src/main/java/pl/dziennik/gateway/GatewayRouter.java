package pl.dziennik.gateway;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import pl.dziennik.gateway.RateLimits.Verdict;

/**
 * Path, limit, token, target: in this order, and the first refusal ends it. Requests without a good
 * token count against their address.
 */
@ApplicationScoped
class GatewayRouter {
  private static final Logger LOG = Logger.getLogger(GatewayRouter.class);

  /** Behind the authentication filter of the framework, before its own resources. */
  private static final int ORDER = 10;

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /** The framework would answer a refused token itself, without counting it. */
  private static final BiConsumer<RoutingContext, Throwable> LEFT_TO_US = (context, failure) -> {};

  private final Upstreams upstreams;
  private final RateLimits limits;
  private final IdentityProviderManager identities;
  private final OwnPages own;

  GatewayRouter(
      Upstreams upstreams, RateLimits limits, IdentityProviderManager identities, OwnPages own) {
    this.own = own;
    this.upstreams = upstreams;
    this.limits = limits;
    this.identities = identities;
  }

  void register(@Observes Router router) {
    router.route().order(ORDER).handler(this::handle).failureHandler(GatewayRouter::malformed);
  }

  /** What the server cannot take as a request is the caller's fault and no error of ours. */
  private static void malformed(RoutingContext context) {
    if (context.statusCode() == 400) {
      GatewayProblem.BAD_REQUEST.answer(context);
    } else {
      context.next();
    }
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = PathHygiene.pathOf(request);
    Optional<Route> route =
        PathHygiene.isClean(path) ? Route.of(request.method().name(), path) : Optional.empty();
    if (route.isEmpty()) {
      GatewayProblem.NOT_FOUND.answer(context);
    } else if (route.get().isPublic()) {
      if (isWithinLimit(context, "address " + address(request), route.get().isStrict())) {
        pass(context, route.get());
      }
    } else {
      guard(context, route.get());
    }
  }

  private void guard(RoutingContext context, Route route) {
    if (context.request().getHeader("Authorization") == null) {
      refuse(context, GatewayProblem.UNAUTHENTICATED);
    } else {
      authenticate(context, route);
    }
  }

  /**
   * A good token is looked at all the same: behind a proxy all callers have one address, and a
   * flood from one of them must not lock the others out.
   */
  private void refuse(RoutingContext context, GatewayProblem problem) {
    if (isWithinLimit(context, "refusals of " + address(context.request()), false)) {
      problem.answer(context);
    }
  }

  private void pass(RoutingContext context, Route route) {
    if (route.target() == Target.GATEWAY) {
      own.answer(context);
    } else {
      forward(route, context.request());
    }
  }

  /** Changes leave a line with their trace; the query is left out, it may hold a code. */
  private void forward(Route route, HttpServerRequest request) {
    if (!READS.contains(request.method().name())) {
      LOG.infof("%s %s to=%s", request.method(), request.path(), route.target().serviceName());
    }
    upstreams.forward(route.target(), request);
  }

  private void authenticate(RoutingContext context, Route route) {
    HttpServerRequest request = context.request();
    request.pause();
    context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEFT_TO_US);
    QuarkusHttpUser.getSecurityIdentity(context, identities)
        .subscribe()
        .with(
            identity -> forwardFor(context, route, identity),
            failure -> {
              LOG.debugf("token refused: %s", failure.toString());
              request.resume();
              refuse(context, GatewayProblem.INVALID_TOKEN);
            });
  }

  private void forwardFor(RoutingContext context, Route route, SecurityIdentity identity) {
    if (identity == null || identity.isAnonymous()) {
      context.request().resume();
      refuse(context, GatewayProblem.INVALID_TOKEN);
    } else if (isWithinLimit(context, "subject " + identity.getPrincipal().getName(), false)) {
      forward(route, context.request());
    }
  }

  private boolean isWithinLimit(RoutingContext context, String caller, boolean strict) {
    Verdict verdict = limits.count(caller, strict);
    if (!verdict.isRefused()) {
      return true;
    }
    context.request().resume();
    if (context.response().headWritten()) {
      return false;
    }
    context
        .response()
        .putHeader("Retry-After", Long.toString(verdict.resetSeconds()))
        .putHeader("RateLimit-Policy", verdict.policyHeader())
        .putHeader("RateLimit", verdict.limitHeader());
    GatewayProblem.TOO_MANY.answer(context);
    return false;
  }

  private static String address(HttpServerRequest request) {
    return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
  }
}
