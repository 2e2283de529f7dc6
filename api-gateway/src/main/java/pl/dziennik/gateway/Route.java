package pl.dziennik.gateway;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of the routing table. What no line matches does not exist.
 *
 * @param methods empty for all
 * @param isPublic whether it needs no token; everything else does
 * @param isStrict whether it counts against the small limit
 */
record Route(Pattern path, Set<String> methods, Target target, boolean isPublic, boolean isStrict) {
  private static final String REALM = "/auth/realms/(synergia|librus)";

  /** The first match counts: the public exceptions stand before the services' prefixes. */
  private static final List<Route> TABLE =
      List.of(
          open("/openapi(\\.yaml)?", Target.GATEWAY, "GET"),
          open("/docs(/[a-z0-9.-]+)?", Target.GATEWAY, "GET"),
          open("/accounts/v1/terms/current", Target.ACCOUNT, "GET"),
          strict("/accounts/v1/challenges", Target.ACCOUNT, "GET"),
          strict("/accounts/v1/registrations", Target.ACCOUNT, "POST"),
          strict("/accounts/v1/activations", Target.ACCOUNT, "POST"),
          strict("/accounts/v1/activation-mails", Target.ACCOUNT, "POST"),
          strict("/accounts/v1/guardian-decisions(/[a-z-]+)?", Target.ACCOUNT, "POST"),
          strict("/accounts/v1/password-resets(/confirmations)?", Target.ACCOUNT, "POST"),
          open("/", Target.ACCOUNT, "GET", "HEAD"),
          open(
              "/(activate|reset-password|confirm-child|confirm-link|linked)",
              Target.ACCOUNT,
              "GET",
              "HEAD"),
          open("/account-assets/[a-z.-]+", Target.ACCOUNT, "GET", "HEAD"),
          guarded("/accounts/v1", Target.ACCOUNT),
          strict("/family/v1/guardian-decisions(/[a-z-]+)?", Target.LINKING, "POST"),
          guarded("/family/v1", Target.LINKING),
          guarded("/notifications/v1", Target.NOTIFICATION),
          open("/school", Target.SYNERGIA, "GET", "HEAD"),
          open("/school/[0-9a-f-]{36}/regulations", Target.SYNERGIA, "GET", "HEAD"),
          open("/school-assets/[a-z.-]+", Target.SYNERGIA, "GET", "HEAD"),
          open("/synergia/v1/school-contacts/[^/]+", Target.SYNERGIA, "GET", "HEAD"),
          guarded("/synergia/v1", Target.SYNERGIA),
          strict(REALM + "/protocol/openid-connect/.+", Target.KEYCLOAK, "POST"),
          strict(REALM + "/login-actions/.+", Target.KEYCLOAK, "POST"),
          open(REALM + "/login-actions/.+", Target.KEYCLOAK, "GET", "HEAD"),
          open(REALM + "/protocol/openid-connect/.+", Target.KEYCLOAK),
          open(REALM + "/\\.well-known/.+", Target.KEYCLOAK, "GET", "HEAD"),
          open("/auth/resources/.+", Target.KEYCLOAK, "GET", "HEAD"));

  /** The line for a path that {@link PathHygiene} has let through. */
  static Optional<Route> of(String method, String path) {
    return TABLE.stream().filter(r -> r.matches(method, path)).findFirst();
  }

  private boolean matches(String method, String requested) {
    return (methods.isEmpty() || methods.contains(method)) && path.matcher(requested).matches();
  }

  private static Route open(String path, Target target, String... methods) {
    return new Route(Pattern.compile(path), Set.of(methods), target, true, false);
  }

  private static Route strict(String path, Target target, String... methods) {
    return new Route(Pattern.compile(path), Set.of(methods), target, true, true);
  }

  /** Whatever is below the prefix; no slash at the end, or it would get round a strict line. */
  private static Route guarded(String prefix, Target target) {
    return new Route(Pattern.compile(prefix + "/.*[^/]"), Set.of(), target, false, false);
  }
}
