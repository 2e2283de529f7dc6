package pl.dziennik.synergia.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.access.AccountKind;

/** Reads batches of accounts. */
@ApplicationScoped
@Transactional
class AccountBatches {
  private final SchoolAccounts accounts;

  AccountBatches(SchoolAccounts accounts) {
    this.accounts = accounts;
  }

  BatchResponse read(UUID batchId) {
    List<UUID> ids = accounts.idsOfBatch(batchId);
    if (ids.isEmpty()) {
      throw Problem.notFound();
    }
    List<AccountResponse> rows =
        accounts.all(ids).stream()
            .map(
                a ->
                    new AccountResponse(
                        a.id(), a.login(), a.kind(), a.personId(), a.subject().isPresent()))
            .toList();
    long ready = rows.stream().filter(AccountResponse::ready).count();
    return new BatchResponse(
        batchId, ready == rows.size() ? "READY" : "IN_PROGRESS", rows.size(), ready, rows);
  }

  @Schema(name = "SynergiaAccountBatch")
  record BatchResponse(
      UUID id, String status, int total, long ready, List<AccountResponse> accounts) {}

  @Schema(name = "SynergiaBatchAccount")
  record AccountResponse(UUID id, String login, AccountKind kind, UUID personId, boolean ready) {}
}
