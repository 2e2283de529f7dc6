package pl.dziennik.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * One real PostgreSQL server a test JVM, with the databases and roles that a deployment has: an
 * owner for migrations, an application role and, for Synergia, a relay role.
 */
public final class TestPostgres {
  /** Role prefix of each database. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "synergia", "synergia",
          "librus_account", "account",
          "linking_sync", "linking",
          "notification", "notification");

  private static final class Holder {
    static final TestPostgres SHARED = new TestPostgres();
  }

  private final EmbeddedPostgres server;

  private TestPostgres() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "300")
              // A test's data need not outlive the machine; the rules of transactions stay.
              .setServerConfig("fsync", "off")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  /** The server of this JVM; started at the first call. */
  public static TestPostgres shared() {
    return Holder.SHARED;
  }

  /** A database with its roles. The role's name is its password. */
  public record Database(String url, String owner, String application, String relay) {

    /** A connection of the role that owns the tables. */
    public Connection asOwner() throws SQLException {
      return DriverManager.getConnection(url, owner, owner);
    }

    public Connection asApplication() throws SQLException {
      return DriverManager.getConnection(url, application, application);
    }

    public Connection asRelay() throws SQLException {
      return DriverManager.getConnection(url, relay, relay);
    }
  }

  /** Makes (once) the database of a service, as named in its deployment, e.g. {@code synergia}. */
  public Database database(String service) {
    return create(service, service);
  }

  /** Makes a database named {@code name} with the roles of {@code service}; drops an old one. */
  public Database fresh(String service, String name) throws SQLException {
    try (Connection admin = admin("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
    }
    return create(service, name);
  }

  /** A superuser's connection, for what no role of ours may do (snapshots by template, kills). */
  public Connection admin(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "postgres");
  }

  private synchronized Database create(String service, String name) {
    String prefix = PREFIXES.get(service);
    if (prefix == null) {
      throw new IllegalArgumentException("no such service database: " + service);
    }
    Database database =
        new Database(url(name), prefix + "_owner", prefix + "_app", prefix + "_relay");
    try (Connection admin = admin("postgres");
        Statement statement = admin.createStatement()) {
      for (String role : List.of(database.owner(), database.application(), database.relay())) {
        createRole(statement, role);
      }
      createDatabase(statement, name, database.owner());
    } catch (SQLException e) {
      throw new IllegalStateException("database " + name + " could not be made", e);
    }
    return database;
  }

  private static void createRole(Statement statement, String role) throws SQLException {
    if (!statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'").next()) {
      statement.execute("create role " + role + " login password '" + role + "'");
    }
  }

  private static void createDatabase(Statement statement, String name, String owner)
      throws SQLException {
    if (!statement
        .executeQuery("select 1 from pg_database where datname = '" + name + "'")
        .next()) {
      statement.execute("create database " + name + " owner " + owner);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://localhost:"
        + server.getPort()
        + "/"
        + database
        + "?stringtype=unspecified";
  }
}
