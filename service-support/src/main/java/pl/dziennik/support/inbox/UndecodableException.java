package pl.dziennik.support.inbox;

/** Bytes that are no message of their type: for the dead-letter topic, never to be tried again. */
public final class UndecodableException extends Exception {
  private static final long serialVersionUID = 1L;

  public UndecodableException(String message, Throwable cause) {
    super(message, cause);
  }
}
