package pl.dziennik.linking.export;

/** A part of the export cannot be had at present. */
public final class PartUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  public PartUnavailableException(String message) {
    super(message);
  }

  public PartUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
