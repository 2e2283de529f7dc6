package pl.dziennik.support.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A token of a client that is on no list is a wrong token, whatever else it says. */
@ApplicationScoped
public class AzpCheck implements SecurityIdentityAugmentor {
  private final TokenLists lists;

  AzpCheck(TokenLists lists) {
    this.lists = lists;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (identity.isAnonymous()) {
      return Uni.createFrom().item(identity);
    }
    return identity.getPrincipal() instanceof JsonWebToken token && isListed(token)
        ? Uni.createFrom().item(identity)
        : Uni.createFrom().failure(new AuthenticationFailedException("azp"));
  }

  private boolean isListed(JsonWebToken token) {
    String azp = token.getClaim("azp");
    return azp != null && (lists.personAzp().contains(azp) || lists.serviceAzp().contains(azp));
  }
}
