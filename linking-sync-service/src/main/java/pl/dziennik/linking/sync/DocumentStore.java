package pl.dziennik.linking.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.linking.sync.CopyScopes.ScopeRow;
import pl.dziennik.support.sql.Statements;

/**
 * Sync rule 14: a document is stored iff its scope exists, it answers no older asking and it is
 * newer than what is stored, all under the scope row's lock held to the commit.
 */
public final class DocumentStore {
  private static final String UPSERT =
      """
      insert into documents (school_id, audience, category, period, epoch, version, hash, content)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (school_id, audience, category, period) do update
      set epoch = excluded.epoch, version = excluded.version, hash = excluded.hash,
          content = excluded.content, stored_at = clock_timestamp()
      where (documents.epoch, documents.version) < (excluded.epoch, excluded.version)
      """;

  private DocumentStore() {}

  /** Stores in the caller's transaction, with timeline, announcements and changed needs. */
  public static StoreOutcome store(Connection tx, ReceivedDocument document) throws SQLException {
    if (SchoolEpochs.isQuarantined(tx, document.key().schoolId())) {
      return StoreOutcome.QUARANTINED;
    }
    return document.key().category() == Category.ACCESS
        ? storeAccess(tx, document)
        : store(tx, document, scope -> Timeline.enter(tx, document, scope));
  }

  /**
   * Links are locked before scopes, so a link that became active between the two locks is not among
   * those locked. Then both are let go and taken anew: each of the account's links must get the
   * needs of this document.
   */
  private static StoreOutcome storeAccess(Connection tx, ReceivedDocument document)
      throws SQLException {
    DocumentKey key = document.key();
    while (true) {
      Savepoint before = tx.setSavepoint();
      List<Links.Link> links = Links.lockOfSchoolAccount(tx, key.schoolId(), key.audience().id());
      boolean isHeld = CopyScopes.lock(tx, key.scope()).isPresent();
      if (!isHeld || Links.areAllOfSchoolAccount(tx, key.schoolId(), key.audience().id(), links)) {
        return store(
            tx,
            document,
            scope ->
                AccessDocuments.apply(
                    tx, links, Optional.of(AccessDocuments.read(document.content()))));
      }
      tx.rollback(before);
    }
  }

  @FunctionalInterface
  private interface Consequence {
    void of(ScopeRow scope) throws SQLException;
  }

  private static StoreOutcome store(
      Connection tx, ReceivedDocument document, Consequence consequence) throws SQLException {
    Optional<ScopeRow> scope = CopyScopes.lock(tx, document.key().scope());
    if (scope.isEmpty()) {
      return StoreOutcome.NOT_NEEDED;
    }
    if (document.generation().compareTo(scope.get().generation()) < 0) {
      return StoreOutcome.OLD_GENERATION;
    }
    if (!write(tx, document)) {
      return StoreOutcome.NOT_NEWER;
    }
    ParkedDocuments.release(tx, document.key());
    consequence.of(scope.get());
    return StoreOutcome.STORED;
  }

  private static boolean write(Connection tx, ReceivedDocument document) throws SQLException {
    DocumentKey key = document.key();
    return Statements.update(
            tx,
            UPSERT,
            key.schoolId(),
            key.audience().toString(),
            key.category(),
            key.period(),
            document.epoch(),
            document.version(),
            sha256(document.content()),
            document.content())
        == 1;
  }

  /** The content as a JSON object, which every document is. */
  static JsonNode object(byte[] content) throws IOException {
    JsonNode node = FactJson.mapper().readTree(content);
    if (!node.isObject()) {
      throw new IOException("a document is an object");
    }
    return node;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
