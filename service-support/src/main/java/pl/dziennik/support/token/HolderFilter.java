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
import java.util.Optional;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.problem.ProblemDocument;
import pl.dziennik.support.token.Holders.Holder;

/**
 * Refuses a person's token that is not of the account's holder as it is known here. A password set
 * anew ends all sessions, but an access token lives on for minutes: whoever took the account would
 * use them to put back what the owner has just removed. And who has just taken an account over by
 * its mailbox sees nothing of the holder of before while the news of it is on its way.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 2)
public class HolderFilter implements ContainerRequestFilter {
  private static final String SOON = "1";

  private final Caller caller;
  private final TokenLists lists;
  private final Instance<Holders> holders;

  @Inject
  HolderFilter(Caller caller, TokenLists lists, Instance<Holders> holders) {
    this.caller = caller;
    this.lists = lists;
    this.holders = holders;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (holders.isUnsatisfied() || caller.isAnonymous() || !isPerson()) {
      return;
    }
    try {
      holders
          .get()
          .of(caller.subjectId())
          .flatMap(h -> refusal(h, caller.issuedAt(), caller.isAddressVerified()))
          .ifPresent(refused -> request.abortWith(ProblemDocument.response(refused)));
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private boolean isPerson() {
    return lists.personAzp().contains(caller.azp());
  }

  /**
   * Why a token does not count; empty when it does. One of the very second of the change does not:
   * tokens tell whole seconds, and whose it is cannot be told.
   */
  static Optional<Problem> refusal(Holder holder, Instant issuedAt, boolean addressVerified) {
    if (issuedAt.isBefore(holder.credentialsChangedAt())) {
      return Optional.of(tooOld());
    }
    return addressVerified && !holder.addressVerified()
        ? Optional.of(
            Problem.of(503, "account-not-known-yet", "The account is not known here yet.")
                .header("Retry-After", SOON))
        : Optional.empty();
  }

  /** What a token of before the credentials changed is answered. */
  public static Problem tooOld() {
    return Problem.of(401, "invalid-token", "The access token is not valid here.");
  }
}
