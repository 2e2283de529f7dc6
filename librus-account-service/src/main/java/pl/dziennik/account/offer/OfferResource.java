package pl.dziennik.account.offer;

import io.agroal.api.AgroalDataSource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pl.dziennik.account.language.Language;
import pl.dziennik.account.own.Accounts;
import pl.dziennik.support.token.Caller;
import pl.dziennik.support.token.PersonOnly;

/** The shop's offers for the caller. */
@Path("/accounts/v1/me/offers")
@Produces(MediaType.APPLICATION_JSON)
@PersonOnly
public class OfferResource {
  private final AgroalDataSource dataSource;
  private final Offers offers;
  private final Caller caller;

  OfferResource(AgroalDataSource dataSource, Offers offers, Caller caller) {
    this.dataSource = dataSource;
    this.offers = offers;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listOffers", summary = "Offers of the shop for account holders")
  public List<Offer> offers() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      String language = Accounts.required(connection, caller.subjectId()).language();
      return offers.in(Language.asked(language));
    }
  }
}
