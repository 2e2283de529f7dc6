package pl.dziennik.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pl.dziennik.localstack.realm.KeycloakAdmin;
import pl.dziennik.localstack.realm.OperatorUser;
import pl.dziennik.localstack.realm.RealmSetup;
import pl.dziennik.pushreceiver.PushReceiver;

/** Starts everything, in the order that it needs, watches it, and ends it in the other order. */
final class Supervisor {
  private static final Duration KEYCLOAK_PATIENCE = Duration.ofMinutes(3);
  private static final Duration SERVICE_PATIENCE = Duration.ofMinutes(2);

  private final StateFolder state;
  private final Ports ports;
  private final Secrets secrets;
  private final Progress progress;
  private final Installation installation;
  private final Deque<AutoCloseable> servers = new ArrayDeque<>();
  private final List<ChildProcess> children = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);

  Supervisor(StateFolder state, Ports ports, Installation installation) {
    this.state = state;
    this.ports = ports;
    this.secrets = new Secrets(state.folder("secrets.env"));
    this.progress = new Progress(state.folder("progress"));
    this.installation = installation;
  }

  /** Runs until it is told to stop; a failure of the start is the last line of the progress. */
  int run() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutdown, "shutdown"));
    try {
      start();
      progress.ready();
      watch();
      return 0;
    } catch (StartFailure e) {
      progress.failed(String.valueOf(e.getMessage()));
      return 1;
    } catch (InterruptedException e) {
      return 1;
    }
  }

  private void start() {
    int orphans = ChildProcess.endOrphans(state) + PostgresServer.endLeftOver(state);
    if (orphans > 0) {
      progress.say("ended " + orphans + " processes that a killed supervisor had left");
    }
    ports.requireFree();
    progress.say("PostgreSQL");
    PostgresServer postgres = opened(PostgresServer.start(state, ports, secrets));
    databases(postgres);
    progress.say("Keycloak, Kafka, mailbox, push receiver");
    ChildProcess keycloak =
        child(
            KeycloakServer.start(
                state, ports, secrets, installation.keycloak(), installation.javaHome()));
    MailServer.start(ports);
    opened(PushReceiver.start(ports.push(), secrets.vapid().publicKey(), Clock.systemUTC()));
    opened(KafkaBroker.start(state, ports));
    progress.say("services");
    CompletableFuture<Void> services = CompletableFuture.runAsync(this::services);
    Health.await(
        state,
        keycloak,
        "http://localhost:" + ports.keycloakManagement() + "/auth/health/ready",
        KEYCLOAK_PATIENCE);
    progress.say("realms");
    KeycloakAdmin admin =
        KeycloakAdmin.signIn(ports.keycloakUrl(), "setup", secrets.password("keycloak_setup"));
    realms(admin);
    join(services);
    operator(admin, postgres);
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
    for (ServiceDefinition service : ServiceDefinition.ALL) {
      child(
          ChildProcess.start(
              state,
              service.name(),
              installation.command(service),
              service.environment(ports, secrets, state)));
    }
    for (ChildProcess child : snapshot()) {
      ServiceDefinition.ALL.stream()
          .filter(s -> s.name().equals(child.name()))
          .forEach(s -> Health.await(state, child, readiness(s), SERVICE_PATIENCE));
    }
  }

  private String readiness(ServiceDefinition service) {
    int port = service.managementPort() + ports.offset();
    return "http://localhost:" + port + "/q/health/ready";
  }

  private void realms(KeycloakAdmin admin) {
    Map<String, String> values =
        Map.of(
            "PUBLIC_ORIGIN", ports.publicOrigin(),
            "FAMILY_LINKING_CLIENT_SECRET", secrets.password("FAMILY_LINKING_CLIENT_SECRET"),
            "SYNERGIA_CLIENT_SECRET", secrets.password("SYNERGIA_CLIENT_SECRET"),
            "LIBRUS_CLIENT_SECRET", secrets.password("LIBRUS_CLIENT_SECRET"),
            "SERVICE_CLIENT_SECRET", secrets.password("SERVICE_CLIENT_SECRET"),
            "SYNERGIA_ADMIN_CLIENT_SECRET", secrets.password("SYNERGIA_ADMIN_CLIENT_SECRET"),
            "ACCOUNT_ADMIN_CLIENT_SECRET", secrets.password("ACCOUNT_ADMIN_CLIENT_SECRET"));
    List.of("synergia", "librus").parallelStream()
        .map(realm -> RealmSetup.apply(admin, realmFile(realm), values, true))
        .forEachOrdered(changes -> changes.forEach(progress::detail));
  }

  private void operator(KeycloakAdmin admin, PostgresServer postgres) {
    String subject = OperatorUser.ensure(admin, "operator", secrets.password("user_operator"));
    try (Connection connection = postgres.admin("synergia");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into operators (issuer, subject) values (?, ?) on conflict do nothing")) {
      insert.setString(1, ports.publicOrigin() + "/auth/realms/synergia");
      insert.setString(2, subject);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new StartFailure("The operator could not be entered: " + e.getMessage(), e);
    }
  }

  private void watch() throws InterruptedException {
    while (!stop.await(1, TimeUnit.SECONDS)) {
      for (ChildProcess child : snapshot()) {
        if (!child.isAlive()) {
          progress.failed(
              "%s died (code %d); see %s. Run ./synergia up again."
                  .formatted(child.name(), child.exitValue(), state.log(child.name())));
          return;
        }
      }
    }
  }

  private void shutdown() {
    stop.countDown();
    List<ChildProcess> all = snapshot();
    // Services first and together, then Keycloak, then what they all stand on.
    all.stream().filter(c -> !"keycloak".equals(c.name())).parallel().forEach(ChildProcess::stop);
    all.stream().filter(c -> "keycloak".equals(c.name())).forEach(ChildProcess::stop);
    while (!servers.isEmpty()) {
      try {
        servers.pop().close();
      } catch (Exception e) {
        progress.detail("closing: " + e);
      }
    }
    progress.stopped();
  }

  private synchronized ChildProcess child(ChildProcess child) {
    children.add(child);
    return child;
  }

  private synchronized List<ChildProcess> snapshot() {
    return List.copyOf(children);
  }

  private <T extends AutoCloseable> T opened(T server) {
    servers.push(server);
    return server;
  }

  private static void join(CompletableFuture<Void> work) {
    try {
      work.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StartFailure f ? f : new StartFailure(e.toString(), e);
    }
  }

  private static String realmFile(String realm) {
    try (InputStream in =
        Supervisor.class.getResourceAsStream("/realms/" + realm + "-realm.json")) {
      if (in == null) {
        throw new StartFailure("The realm file of " + realm + " is missing in this build.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is run.
   *
   * @param run folder with a copy of each service's {@code quarkus-app}
   * @param keycloak the built distribution
   */
  record Installation(Path run, Path keycloak, Path javaHome) {
    /**
     * Compiling costs a third of a service's start when all start at once on two cores; with the
     * thresholds raised it waits for what is really hot, which is still compiled as on a server.
     */
    List<String> command(ServiceDefinition service) {
      return List.of(
          javaHome.resolve("bin/java").toString(),
          "-Xmx" + service.heapMegabytes() + "m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:CompileThresholdScaling=6",
          "--enable-native-access=ALL-UNNAMED",
          "-jar",
          run.resolve(service.name()).resolve("quarkus-run.jar").toString());
    }
  }
}
