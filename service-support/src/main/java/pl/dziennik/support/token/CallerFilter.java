package pl.dziennik.support.token;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.problem.ProblemDocument;

/** Keeps persons out of what is between services, and services out of everything else. */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class CallerFilter implements ContainerRequestFilter {
  private final Caller caller;
  private final TokenLists lists;

  @Context ResourceInfo resource;

  @Inject
  CallerFilter(Caller caller, TokenLists lists) {
    this.caller = caller;
    this.lists = lists;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (caller.isAnonymous()) {
      return;
    }
    boolean allowed =
        find(ServiceOnly.class)
            .map(only -> Set.of(only.value()).contains(caller.azp()))
            .orElseGet(this::isPersonAllowedHere);
    if (!allowed) {
      request.abortWith(
          ProblemDocument.response(
              Problem.forbidden("wrong-client", "A token of this client opens nothing here.")));
    }
  }

  private boolean isPersonAllowedHere() {
    if (find(PermitAll.class).isPresent()) {
      return true;
    }
    String azp = caller.azp();
    String[] only = find(PersonOnly.class).map(PersonOnly::exclusive).orElse(new String[0]);
    return only.length > 0
        ? Set.of(only).contains(azp)
        : lists.personAzp().contains(azp) && !lists.exclusiveAzp().contains(azp);
  }

  private <A extends Annotation> Optional<A> find(Class<A> type) {
    return Optional.ofNullable(resource.getResourceMethod().getAnnotation(type))
        .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(type)));
  }
}
