package pl.dziennik.synergia.tenancy;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.problem.ProblemDocument;
import pl.dziennik.support.problem.ProblemMappers;

/**
 * What PostgreSQL refuses: a row of another school (42501) is an alarm for us and a 404 for the
 * caller; a value out of range is a 400.
 */
public class RowSecurityAlarm {
  private static final Logger LOG = Logger.getLogger(RowSecurityAlarm.class);
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /**
   * SQLSTATE class "data exception": a value that no column takes, such as a date of the year
   * 99999.
   */
  private static final String DATA_EXCEPTION = "22";

  @ServerExceptionMapper(priority = 1)
  public Response persistence(PersistenceException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState())) {
        LOG.error("alarm=row-level-security a write was refused by PostgreSQL", e);
        return ProblemDocument.response(Problem.notFound());
      }
      if (cause instanceof SQLException sql && isDataException(sql)) {
        return ProblemDocument.response(
            Problem.of(400, "value-out-of-range", "A value of the request is out of range."));
      }
    }
    return new ProblemMappers().internal(e);
  }

  private static boolean isDataException(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(DATA_EXCEPTION);
  }
}
