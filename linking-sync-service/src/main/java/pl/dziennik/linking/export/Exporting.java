package pl.dziennik.linking.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.support.problem.Problem;

/** Puts the export of an account together: all parts, or a refusal that names the missing one. */
@ApplicationScoped
class Exporting {
  private static final Logger LOG = Logger.getLogger(Exporting.class);
  private static final String RETRY_SECONDS = "30";

  private final Instance<ExportPart> parts;
  private final Clock clock;

  Exporting(Instance<ExportPart> parts, Clock clock) {
    this.parts = parts;
    this.clock = clock;
  }

  /**
   * Everything held about the account.
   *
   * @throws Problem 503 {@code export-incomplete} with {@code part}
   */
  ObjectNode of(UUID account) throws SQLException {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("accountId", account.toString())
            .put("exportedAt", clock.instant().toString());
    for (ExportPart part : inOrder()) {
      try {
        if (out.putIfAbsent(part.name(), part.of(account)) != null) {
          throw new IllegalStateException("two parts of one name: " + part.name());
        }
      } catch (PartUnavailableException e) {
        LOG.warnf("export part=%s unavailable: %s", part.name(), e.getMessage());
        throw Problem.of(503, "export-incomplete", "A part cannot be had now; try again.")
            .with("part", part.name())
            .header("Retry-After", RETRY_SECONDS);
      }
    }
    LOG.infof("exported account=%s", account);
    return out;
  }

  private List<ExportPart> inOrder() {
    return parts.stream().sorted(Comparator.comparing(ExportPart::name)).toList();
  }
}
