package pl.dziennik.synctests;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import pl.dziennik.testkit.TestPostgres;
import pl.dziennik.testkit.TestPostgres.Database;

/** A migrated database that can be emptied, and restored to a snapshot as from a backup. */
final class SyncDatabase {
  private final String name;
  private final Database database;
  private final List<String> tables;
  private @Nullable Connection admin;

  SyncDatabase(String service, String name, String module) {
    this.name = name;
    try {
      database = TestPostgres.shared().fresh(service, name);
      Flyway.configure()
          .dataSource(database.url(), database.owner(), database.owner())
          .locations("filesystem:../" + module + "/src/main/resources/db/migration")
          .load()
          .migrate();
      tables =
          strings(
              "select tablename from pg_tables where schemaname = 'public'"
                  + " and tablename <> 'flyway_schema_history' order by 1");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Database database() {
    return database;
  }

  /** As the application connects. */
  DataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.application());
    source.setPassword(database.application());
    return source;
  }

  /** As on the first day; rows that migrations made are the caller's to make again. */
  void empty() {
    asSuperuser("truncate " + String.join(", ", tables) + " restart identity cascade");
    asSuperuser("drop schema if exists backup cascade");
  }

  void backUp() {
    asSuperuser("drop schema if exists backup cascade");
    asSuperuser("create schema backup");
    tables.forEach(t -> asSuperuser("create table backup." + t + " as table public." + t));
    strings("select sequencename from pg_sequences where schemaname = 'public'")
        .forEach(
            s ->
                asSuperuser(
                    "create table backup.seq_" + s + " as select last_value, is_called from " + s));
  }

  /** What happened since the backup is gone, sequences included. */
  void restore() {
    asSuperuser("truncate " + String.join(", ", tables) + " cascade");
    StringBuilder all = new StringBuilder("set session_replication_role = replica;");
    tables.forEach(
        t ->
            all.append("insert into public.")
                .append(t)
                .append(" overriding system value select * from backup.")
                .append(t)
                .append(';'));
    strings("select sequencename from pg_sequences where schemaname = 'public'")
        .forEach(
            s ->
                all.append("select setval('")
                    .append(s)
                    .append("', last_value, is_called) from backup.seq_")
                    .append(s)
                    .append(';'));
    asSuperuser(all.toString());
  }

  void asSuperuser(String sql) {
    try (Statement statement = admin().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** One connection for all looks from outside. */
  private synchronized Connection admin() throws SQLException {
    if (admin == null) {
      admin = TestPostgres.shared().admin(name);
    }
    return admin;
  }

  /** The first column, as text. */
  List<String> strings(String sql) {
    try (Statement statement = admin().createStatement();
        ResultSet r = statement.executeQuery(sql)) {
      List<String> out = new ArrayList<>();
      while (r.next()) {
        out.add(r.getString(1));
      }
      return out;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  long count(String table) {
    return Long.parseLong(strings("select count(*) from " + table).getFirst());
  }
}
