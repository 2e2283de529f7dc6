package pl.dziennik.linking.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.DocumentBody.Access;
import pl.dziennik.events.document.Scope;
import pl.dziennik.support.sql.Statements;

/** The access document of a school account, and what it means for the links of that account. */
final class AccessDocuments {
  private AccessDocuments() {}

  /**
   * Begins and ends what this locked link needs by the stored document. The access scope is held
   * before the document is read: one that is being stored just now is waited for.
   */
  static void applyStored(Connection tx, Links.Link link) throws SQLException {
    CopyScopes.hold(tx, GrantedScopes.access(link.schoolId(), link.synergiaAccountId()));
    apply(tx, List.of(link), stored(tx, link.schoolId(), link.synergiaAccountId()));
  }

  static Optional<Access> stored(Connection tx, UUID school, UUID account) throws SQLException {
    Scope scope = GrantedScopes.access(school, account);
    return Statements.list(
            tx,
            "select content from documents"
                + " where school_id = ? and audience = ? and category = ? and period = '-'",
            r -> read(r.bytes(1)),
            school,
            scope.audience().toString(),
            scope.category())
        .stream()
        .findFirst();
  }

  /**
   * @throws UncheckedIOException for what is no access document
   */
  static Access read(byte[] content) {
    try {
      return FactJson.mapper().treeToValue(DocumentStore.object(content), Access.class);
    } catch (IOException e) {
      throw new UncheckedIOException("not an access document", e);
    }
  }

  /** Begins and ends the scopes of these links, whose rows are locked. */
  static void apply(Connection tx, List<Links.Link> links, Optional<Access> access)
      throws SQLException {
    Map<UUID, SortedMap<Scope, Set<UUID>>> needs = new TreeMap<>();
    for (Links.Link link : links) {
      needs.put(
          link.id(),
          GrantedScopes.of(
              link.schoolId(), link.synergiaAccountId(), Links.pupils(tx, link.id()), access));
    }
    LinkNeeds.set(tx, needs);
  }
}
