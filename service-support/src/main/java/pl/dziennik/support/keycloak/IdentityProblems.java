package pl.dziennik.support.keycloak;

import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.problem.ProblemDocument;

/** Keycloak down is a 503 that can be tried again, not a 500. */
public class IdentityProblems {
  private static final Logger LOG = Logger.getLogger(IdentityProblems.class);

  @ServerExceptionMapper(priority = 1)
  public Response unavailable(IdentityUnavailable e) {
    LOG.warnf("identity provider unavailable: %s", e.getMessage());
    return ProblemDocument.response(
        Problem.of(503, "identity-unavailable", "The sign-in service does not answer; try again.")
            .header("Retry-After", "5"));
  }
}
