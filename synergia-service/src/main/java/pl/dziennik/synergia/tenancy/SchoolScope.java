package pl.dziennik.synergia.tenancy;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells PostgreSQL the school, first thing in the transaction; without it every policy answers
 * nothing. Runs inside the transaction's own interceptor.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
public class SchoolScope {
  private final CurrentSchool school;
  private final AgroalDataSource dataSource;

  @Inject
  SchoolScope(CurrentSchool school, AgroalDataSource dataSource) {
    this.school = school;
    this.dataSource = dataSource;
  }

  @AroundInvoke
  @Nullable Object enter(InvocationContext invocation) throws Exception {
    if (school.known().isPresent()) {
      tell(school.id().toString());
    }
    return invocation.proceed();
  }

  private void tell(String id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement set =
            connection.prepareStatement("select set_config('app.school', ?, true)")) {
      set.setString(1, id);
      set.execute();
    }
  }
}
