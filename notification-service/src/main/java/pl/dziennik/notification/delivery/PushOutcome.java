package pl.dziennik.notification.delivery;

import java.time.Instant;

/** What became of one push. */
sealed interface PushOutcome {
  /** The push service has taken it. */
  record Sent() implements PushOutcome {}

  /** It is not to be sent any more. */
  record Cancelled() implements PushOutcome {}

  /** It never will be taken. */
  record Failed() implements PushOutcome {}

  /** The subscription does not exist any more. */
  record Gone() implements PushOutcome {}

  /** To be tried again. */
  record Later(Instant at) implements PushOutcome {}
}
