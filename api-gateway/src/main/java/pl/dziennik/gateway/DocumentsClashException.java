package pl.dziennik.gateway;

/** The services' documents do not make one: the message names what is said twice or nowhere. */
final class DocumentsClashException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DocumentsClashException(String message) {
    super(message);
  }
}
