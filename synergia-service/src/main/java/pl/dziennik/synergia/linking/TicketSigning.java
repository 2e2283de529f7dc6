package pl.dziennik.synergia.linking;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.synergia.sync.GrantTickets;
import pl.dziennik.synergia.sync.TicketKeys;

/** The keys of grant tickets come from a mounted folder; they are kept apart from the database. */
class TicketSigning {

  @Produces
  @Singleton
  GrantTickets tickets(@ConfigProperty(name = "dziennik.grant-tickets.keys-dir") Path folder) {
    return new GrantTickets(TicketKeys.in(folder));
  }
}
