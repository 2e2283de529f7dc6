package pl.dziennik.gateway;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The route decides which realm and audience a token must be of; the token has no say in it. */
@ApplicationScoped
public class TenantByRoute implements TenantResolver {

  @Override
  public @Nullable String resolve(RoutingContext context) {
    return Route.of(context.request().method().name(), PathHygiene.pathOf(context.request()))
        .map(r -> r.target().tenant())
        .filter(t -> !t.isEmpty())
        .orElse(null);
  }
}
