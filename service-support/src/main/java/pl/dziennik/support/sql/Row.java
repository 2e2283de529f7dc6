package pl.dziennik.support.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** A row's columns by position, in our own types; none is null unless asked as optional. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public UUID id(int column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  public Optional<UUID> optionalId(int column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, UUID.class));
  }

  public String text(int column) throws SQLException {
    return result.getString(column);
  }

  public Optional<String> optionalText(int column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  public int number(int column) throws SQLException {
    return result.getInt(column);
  }

  public long big(int column) throws SQLException {
    return result.getLong(column);
  }

  public byte[] bytes(int column) throws SQLException {
    return result.getBytes(column);
  }

  public boolean flag(int column) throws SQLException {
    return result.getBoolean(column);
  }

  public LocalDate date(int column) throws SQLException {
    return result.getObject(column, LocalDate.class);
  }

  public LocalTime time(int column) throws SQLException {
    return result.getObject(column, LocalTime.class);
  }

  public Instant instant(int column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }

  public Optional<Instant> optionalInstant(int column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
