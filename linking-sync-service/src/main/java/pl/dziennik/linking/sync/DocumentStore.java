package pl.dziennik.linking.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.linking.sync.CopyScopes.ScopeRow;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/**
 * SYNC rule 14: a document is stored iff its scope exists, it answers no older asking and it is
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
    DocumentKey key = document.key();
    if (isQuarantined(tx, key)) {
      return StoreOutcome.QUARANTINED;
    }
    boolean isAccess = key.category() == Category.ACCESS;
    List<Links.Link> links =
        isAccess ? Links.lockOfSchoolAccount(tx, key.schoolId(), key.audience().id()) : List.of();
    Optional<ScopeRow> scope = CopyScopes.lock(tx, key.scope());
    if (scope.isEmpty()) {
      return StoreOutcome.NOT_NEEDED;
    }
    if (document.generation().compareTo(scope.get().generation()) < 0) {
      return StoreOutcome.OLD_GENERATION;
    }
    if (!write(tx, document)) {
      return StoreOutcome.NOT_NEWER;
    }
    ParkedDocuments.release(tx, key);
    if (isAccess) {
      AccessDocuments.apply(tx, links, Optional.of(AccessDocuments.read(document.content())));
    } else {
      Timeline.enter(tx, document, scope.get());
    }
    return StoreOutcome.STORED;
  }

  private static boolean isQuarantined(Connection tx, DocumentKey key) throws SQLException {
    return !Statements.list(
            tx,
            "select 1 from school_epochs where school_id = ? and quarantined",
            (Row r) -> true,
            key.schoolId())
        .isEmpty();
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

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
