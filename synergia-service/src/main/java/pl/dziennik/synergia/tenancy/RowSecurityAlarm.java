package pl.dziennik.synergia.tenancy;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.problem.ProblemDocument;
import pl.dziennik.support.problem.ProblemMappers;

/** PostgreSQL refused a row (42501): an alarm for us, a 404 for the caller. */
public class RowSecurityAlarm {
  private static final Logger LOG = Logger.getLogger(RowSecurityAlarm.class);
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @ServerExceptionMapper(priority = 1)
  public Response persistence(PersistenceException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState())) {
        LOG.error("alarm=row-level-security a write was refused by PostgreSQL", e);
        return ProblemDocument.response(Problem.notFound());
      }
    }
    return new ProblemMappers().internal(e);
  }
}
