package pl.dziennik.linking.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.linking.account.ConsumerAccounts;
import pl.dziennik.linking.account.ConsumerAccounts.Account;
import pl.dziennik.linking.consent.ConsentText;
import pl.dziennik.linking.consent.ConsentTexts;
import pl.dziennik.linking.flow.LinkMessages.ConsentResponse;
import pl.dziennik.linking.flow.LinkMessages.NamedPupil;
import pl.dziennik.linking.link.LinkOffer;
import pl.dziennik.linking.link.LinkOffers;

/** What the consent page shows. */
@ApplicationScoped
class ConsentViews {
  private final ConsentTexts texts;

  ConsentViews(ConsentTexts texts) {
    this.texts = texts;
  }

  Optional<ConsentResponse> toGive(Connection tx, UUID accountId, UUID link) throws SQLException {
    Optional<Account> account = ConsumerAccounts.find(tx, accountId);
    Optional<LinkOffer> offer = LinkOffers.of(tx, link);
    Optional<ConsentText> text = texts.ofLink(tx, link);
    return account.isEmpty() || offer.isEmpty() || text.isEmpty()
        ? Optional.empty()
        : Optional.of(view(text.get(), account.get(), offer.get()));
  }

  private static ConsentResponse view(ConsentText text, Account account, LinkOffer offer) {
    return new ConsentResponse(
        text.textId(),
        text.version(),
        text.language(),
        text.text(),
        text.sha256(),
        text.controllers(),
        text.purposes(),
        text.withdrawalMethod(),
        account.email(),
        offer.login(),
        offer.displayName(),
        offer.pupils().stream()
            .map(p -> new NamedPupil(p.id(), p.firstName(), p.lastName(), p.className()))
            .toList(),
        offer.categories().stream().map(Enum::name).sorted().toList(),
        account.needsGuardian(),
        account.needsGuardian() && account.guardianEmail().isEmpty());
  }
}
