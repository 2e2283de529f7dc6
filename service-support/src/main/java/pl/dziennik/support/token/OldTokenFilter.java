package pl.dziennik.support.token;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.problem.ProblemDocument;

/**
 * Refuses a person's token that is older than the account's credentials. A password set anew ends
 * all sessions, but an access token lives on for minutes: whoever took the account would use them
 * to put back what the owner has just removed.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 2)
public class OldTokenFilter implements ContainerRequestFilter {
  private final Caller caller;
  private final TokenLists lists;
  private final Instance<CredentialTimes> times;

  @Inject
  OldTokenFilter(Caller caller, TokenLists lists, Instance<CredentialTimes> times) {
    this.caller = caller;
    this.lists = lists;
    this.times = times;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (!times.isUnsatisfied() && !caller.isAnonymous() && isPerson() && isOld()) {
      request.abortWith(
          ProblemDocument.response(
              Problem.of(401, "invalid-token", "The access token is not valid here.")));
    }
  }

  private boolean isPerson() {
    return lists.personAzp().contains(caller.azp());
  }

  /** One of the very second of the change is old: whose it is cannot be told. */
  private boolean isOld() throws IOException {
    try {
      Instant changed = times.get().changedAt(caller.subjectId());
      return caller.issuedAt().isBefore(changed);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
