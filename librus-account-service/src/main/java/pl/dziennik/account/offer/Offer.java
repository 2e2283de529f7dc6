package pl.dziennik.account.offer;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an account holder can have in the shop.
 *
 * @param priceGrosze price with VAT, in grosze
 * @param validTo the last day of the offer
 */
@Schema(name = "AccountOffer")
public record Offer(
    String id,
    String product,
    String title,
    String description,
    long priceGrosze,
    LocalDate validTo) {}
