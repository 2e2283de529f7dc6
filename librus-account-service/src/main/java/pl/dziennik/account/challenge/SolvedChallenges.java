package pl.dziennik.account.challenge;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Remembers solved challenges until they expire by themselves. */
@ApplicationScoped
class SolvedChallenges {
  private final AgroalDataSource dataSource;

  SolvedChallenges(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  boolean firstTime(String signature, Instant expires) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement forget =
            connection.prepareStatement(
                "delete from solved_challenges where expires_at < clock_timestamp()");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into solved_challenges (signature, expires_at) values (?, ?)"
                    + " on conflict do nothing")) {
      forget.executeUpdate();
      insert.setString(1, signature);
      insert.setTimestamp(2, Timestamp.from(expires));
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
