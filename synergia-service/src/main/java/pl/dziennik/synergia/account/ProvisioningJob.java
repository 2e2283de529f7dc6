package pl.dziennik.synergia.account;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.dziennik.support.keycloak.IdentityUnavailable;
import pl.dziennik.synergia.identity.IdentityProvider;
import pl.dziennik.synergia.tenancy.CurrentSchool;

/**
 * Makes the Keycloak users that are missing, one by one. It may be killed at any point: a user made
 * and not noted is found by its login and adopted at the next run. Several jobs are harmless.
 */
@ApplicationScoped
class ProvisioningJob {
  private static final Logger LOG = Logger.getLogger(ProvisioningJob.class);

  private final Provisioning provisioning;
  private final IdentityProvider identity;
  private final CurrentSchool school;
  private final AgroalDataSource overSchools;

  ProvisioningJob(
      Provisioning provisioning,
      IdentityProvider identity,
      CurrentSchool school,
      @DataSource("relay") AgroalDataSource overSchools) {
    this.provisioning = provisioning;
    this.identity = identity;
    this.school = school;
    this.overSchools = overSchools;
  }

  @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() throws SQLException {
    for (UUID waiting : schoolsWaiting()) {
      inRequest(() -> provisionSchool(waiting));
    }
  }

  private void provisionSchool(UUID id) {
    school.enter(id);
    try {
      provisioning.waiting().forEach(this::provision);
    } catch (IdentityUnavailable e) {
      LOG.warnf("job=provisioning school=%s waits: %s", id, e.getMessage());
    }
  }

  private void provision(UUID accountId) {
    provisioning
        .user(accountId)
        .ifPresent(
            user -> {
              provisioning.done(accountId, identity.provision(user));
              LOG.infof("account=%s provisioned", accountId);
            });
  }

  private List<UUID> schoolsWaiting() throws SQLException {
    try (Connection connection = overSchools.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select distinct school_id from school_accounts where subject is null");
        ResultSet r = select.executeQuery()) {
      List<UUID> out = new ArrayList<>();
      while (r.next()) {
        out.add(r.getObject(1, UUID.class));
      }
      return out;
    }
  }

  /** A request context a school: one works for one school only. */
  private static void inRequest(Runnable work) {
    ManagedContext context = Arc.container().requestContext();
    boolean active = context.isActive();
    var outer = active ? context.getState() : null;
    context.activate();
    try {
      work.run();
    } finally {
      context.terminate();
      if (outer != null) {
        context.activate(outer);
      }
    }
  }
}
