package pl.dziennik.localstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * PostgreSQL 18 on a kept data folder. The first start gives the superuser a password and turns
 * password checks on; every start makes the databases and roles that are missing.
 */
final class PostgresServer implements AutoCloseable {
  private static final String HBA =
      """
      # Written by the local platform: passwords for everybody.
      local all all scram-sha-256
      host  all all 127.0.0.1/32 scram-sha-256
      host  all all ::1/128      scram-sha-256
      """;

  private final EmbeddedPostgres server;
  private final int port;
  private final String password;

  private PostgresServer(EmbeddedPostgres server, int port, String password) {
    this.server = server;
    this.port = port;
    this.password = password;
  }

  static PostgresServer start(StateFolder state, Ports ports, Secrets secrets) {
    Path data = state.folder("postgres");
    Path binaries = state.folder("postgres-binaries");
    String password = secrets.password("postgres");
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setOverrideWorkingDirectory(binaries.toFile())
              .setCleanDataDirectory(false)
              .setPort(ports.postgres())
              .setConnectConfig("password", password)
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setPGStartupWait(Duration.ofSeconds(30))
              .start();
      // The library lets everybody write there.
      StateFolder.close(binaries);
      PostgresServer started = new PostgresServer(server, ports.postgres(), password);
      started.requirePasswords(data);
      return started;
    } catch (IOException | SQLException e) {
      throw new StartFailure("PostgreSQL did not start: " + e.getMessage(), e);
    }
  }

  private void requirePasswords(Path data) throws SQLException, IOException {
    Path hba = data.resolve("pg_hba.conf");
    if (Files.readString(hba).equals(HBA)) {
      return;
    }
    try (Connection admin = admin("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("alter role postgres password '" + password + "'");
      Files.writeString(hba, HBA);
      statement.execute("select pg_reload_conf()");
    }
  }

  /** Makes what a service's database needs. */
  void database(String name, String rolePrefix, Secrets secrets, boolean withRelay) {
    Map<String, String> roles = new LinkedHashMap<>();
    roles.put(rolePrefix + "_owner", secrets.password(rolePrefix + "_owner"));
    roles.put(rolePrefix + "_app", secrets.password(rolePrefix + "_app"));
    if (withRelay) {
      roles.put(rolePrefix + "_relay", secrets.password(rolePrefix + "_relay"));
    }
    try (Connection admin = admin("postgres");
        Statement statement = admin.createStatement()) {
      for (Map.Entry<String, String> role : roles.entrySet()) {
        String verb =
            exists(statement, "pg_roles where rolname", role.getKey()) ? "alter" : "create";
        statement.execute(
            verb + " role " + role.getKey() + " login password '" + role.getValue() + "'");
      }
      if (!exists(statement, "pg_database where datname", name)) {
        statement.execute("create database " + name + " owner " + rolePrefix + "_owner");
        statement.execute("revoke all on database " + name + " from public");
        for (String role : roles.keySet()) {
          statement.execute("grant connect on database " + name + " to " + role);
        }
      }
    } catch (SQLException e) {
      throw new StartFailure("Database " + name + " could not be made: " + e.getMessage(), e);
    }
  }

  Connection admin(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port + "/" + database, "postgres", password);
  }

  private static boolean exists(Statement statement, String where, String name)
      throws SQLException {
    try (ResultSet r = statement.executeQuery("select 1 from " + where + " = '" + name + "'")) {
      return r.next();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
