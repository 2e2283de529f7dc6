package pl.dziennik.synergia.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;

/** Renders the whole current state of one category; an unknown key renders as empty. */
public interface DocumentRenderer {

  Category category();

  /** Reads by plain JDBC in the relay's snapshot, under the relay's role. */
  ObjectNode render(Connection snapshot, DocumentKey key) throws SQLException;
}
