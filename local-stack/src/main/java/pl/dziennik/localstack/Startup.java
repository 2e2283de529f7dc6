package pl.dziennik.localstack;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pl.dziennik.localstack.realm.KeycloakAdmin;
import pl.dziennik.pushreceiver.PushReceiver;

/** Starts everything, in the order that it needs, until all of it answers. */
final class Startup {
  private static final Duration KEYCLOAK_PATIENCE = Duration.ofMinutes(3);
  private static final Duration SERVICE_PATIENCE = Duration.ofMinutes(2);

  private final StateFolder state;
  private final Ports ports;
  private final Installation installation;
  private final Secrets secrets;
  private final Progress progress;
  private final Parts parts;

  Startup(
      StateFolder state, Ports ports, Installation installation, Progress progress, Parts parts) {
    this.state = state;
    this.ports = ports;
    this.installation = installation;
    this.secrets = new Secrets(state.folder("secrets.env"));
    this.progress = progress;
    this.parts = parts;
  }

  /**
   * @throws StartFailure when something is in the way, in words for a person
   */
  void run() {
    ports.requireFree();
    progress.say("PostgreSQL");
    PostgresServer postgres = parts.server(() -> PostgresServer.start(state, ports, secrets));
    databases(postgres);
    progress.say("Keycloak, Kafka, mailbox, push receiver");
    ChildProcess keycloak =
        parts.child(
            () ->
                KeycloakServer.start(
                    state, ports, secrets, installation.keycloak(), installation.javaHome()));
    MailServer.start(ports);
    parts.server(
        () -> PushReceiver.start(ports.push(), secrets.vapid().publicKey(), Clock.systemUTC()));
    parts.server(() -> KafkaBroker.start(state, ports));
    progress.say("services");
    // Their failure is told at once, not only when Keycloak is up and it is their turn.
    CompletableFuture<Void> services =
        CompletableFuture.runAsync(this::services, new OwnThread())
            .whenComplete((nothing, why) -> Optional.ofNullable(why).ifPresent(parts::fail));
    Health.await(keycloak, keycloakHealth(), KEYCLOAK_PATIENCE);
    progress.say("realms");
    KeycloakAdmin admin =
        KeycloakAdmin.signIn(ports.keycloakUrl(), "setup", secrets.password("keycloak_setup"));
    Realms.apply(admin, ports, secrets).forEach(progress::detail);
    services.join();
    Operator.ensure(admin, postgres, ports, secrets);
    progress.say("demo school");
    DemoSchool.ensure(state, ports, secrets);
  }

  private void databases(PostgresServer postgres) {
    postgres.database("keycloak", "keycloak", secrets, false);
    for (ServiceDefinition service : ServiceDefinition.ALL) {
      if (service.hasDatabase()) {
        boolean relay = service == ServiceDefinition.SYNERGIA;
        postgres.database(service.database(), service.rolePrefix(), secrets, relay);
      }
    }
  }

  private void services() {
    Map<ServiceDefinition, ChildProcess> started = new LinkedHashMap<>();
    for (ServiceDefinition service : ServiceDefinition.ALL) {
      started.put(service, parts.child(() -> started(service)));
    }
    started.forEach((service, child) -> Health.await(child, health(service), SERVICE_PATIENCE));
  }

  private ChildProcess started(ServiceDefinition service) {
    return ChildProcess.start(
        state,
        service.name(),
        installation.command(service),
        service.environment(ports, secrets, state));
  }

  private String health(ServiceDefinition service) {
    int port = service.managementPort() + ports.offset();
    return "http://localhost:" + port + "/q/health/ready";
  }

  private String keycloakHealth() {
    return "http://localhost:" + ports.keycloakManagement() + "/auth/health/ready";
  }
}
