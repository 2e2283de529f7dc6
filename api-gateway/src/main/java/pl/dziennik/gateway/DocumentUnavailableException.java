package pl.dziennik.gateway;

/** A service did not give its document. */
final class DocumentUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Target service;

  DocumentUnavailableException(Target service, Throwable cause) {
    super(service.serviceName() + " gave no document: " + cause, cause);
    this.service = service;
  }

  Target service() {
    return service;
  }
}
