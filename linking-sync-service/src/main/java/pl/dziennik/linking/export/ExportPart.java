package pl.dziennik.linking.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.UUID;

/** What one feature or service holds about an account; every bean of this type is in the export. */
public interface ExportPart {

  /** The member's name in the export, unique among the parts. */
  String name();

  /**
   * Everything held, complete.
   *
   * @throws PartUnavailableException when it cannot be had now: then there is no export
   */
  JsonNode of(UUID account) throws PartUnavailableException, SQLException;
}
