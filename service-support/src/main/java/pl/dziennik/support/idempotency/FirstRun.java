package pl.dziennik.support.idempotency;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.idempotency.IdempotencyKeys.Key;
import pl.dziennik.support.sql.SqlStates;

/**
 * The one run that a key stands for. What was refused gives the key back; where nobody knows
 * whether the work was committed, the key stays taken: a double would be worse than a 409.
 */
final class FirstRun {
  private final IdempotencyKeys keys;
  private final Key key;

  FirstRun(IdempotencyKeys keys, Key key) {
    this.keys = keys;
    this.key = key;
  }

  /** What a repeat of a request is told; empty when the request was refused. */
  interface Notes {
    Optional<Note> of(@Nullable Object answer);
  }

  /** The part of an answer that is kept. */
  record Note(int status, Optional<String> location, Optional<String> resourceId) {}

  @SuppressWarnings("PMD.SignatureDeclareThrowsException")
  @Nullable Object run(Callable<@Nullable Object> operation, Notes notes) throws Exception {
    @Nullable Object answer = called(operation);
    Optional<Note> note = notes.of(answer);
    if (note.isPresent()) {
      keys.done(key, note.get().status(), note.get().location(), note.get().resourceId());
    } else {
      keys.giveBack(key);
    }
    return answer;
  }

  @SuppressWarnings("PMD.SignatureDeclareThrowsException")
  private @Nullable Object called(Callable<@Nullable Object> operation) throws Exception {
    try {
      return operation.call();
    } catch (Exception e) {
      if (SqlStates.behind(e).filter(SqlStates::isCommitInDoubt).isEmpty()) {
        giveBack(e);
      }
      throw e;
    }
  }

  /** A failure here is of less interest than the one that led here. */
  private void giveBack(Exception reason) {
    try {
      keys.giveBack(key);
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
