package pl.dziennik.account.challenge;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Challenges for the not-a-robot check. */
@Path("/accounts/v1/challenges")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class ChallengeResource {
  private final Challenges challenges;

  ChallengeResource(Challenges challenges) {
    this.challenges = challenges;
  }

  @GET
  @Operation(
      operationId = "getChallenge",
      summary = "A proof-of-work challenge, good for ten minutes")
  public ChallengeResponse next() {
    Challenges.Challenge c = challenges.next();
    return new ChallengeResponse(
        c.algorithm(), c.challenge(), c.maxnumber(), c.salt(), c.signature());
  }

  @Schema(name = "AccountChallenge")
  public record ChallengeResponse(
      String algorithm, String challenge, int maxnumber, String salt, String signature) {}
}
