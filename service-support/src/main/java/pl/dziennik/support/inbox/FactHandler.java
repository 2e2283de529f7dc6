package pl.dziennik.support.inbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Decodes a message and hands on the fact in it. A type that is not known here is skipped.
 *
 * @param <F> the facts of a published language
 */
public final class FactHandler<F> implements MessageHandler {
  private static final Logger LOG = Logger.getLogger(FactHandler.class);

  private final Decoder<F> decoder;
  private final Effect<F> effect;
  private final Predicate<F> isFinal;

  /**
   * @param isFinal which facts are states that nothing comes after
   */
  public FactHandler(Decoder<F> decoder, Effect<F> effect, Predicate<F> isFinal) {
    this.decoder = decoder;
    this.effect = effect;
    this.isFinal = isFinal;
  }

  /** Reads the bytes of a fact; empty for a type that is not known. */
  @FunctionalInterface
  public interface Decoder<F> {
    Optional<F> read(String type, byte[] payload) throws IOException;
  }

  /** What a fact does here. */
  @FunctionalInterface
  public interface Effect<F> {
    void take(Connection tx, F fact) throws SQLException;
  }

  @Override
  public void handle(Connection tx, Message message) throws UndecodableException, SQLException {
    Optional<F> fact = read(message);
    if (fact.isPresent()) {
      effect.take(tx, fact.get());
    } else {
      LOG.debugf("fact=%s skipped: type %s is not known here", message.id(), message.type());
    }
  }

  @Override
  public boolean isFinal(Message message) {
    try {
      return read(message).filter(isFinal).isPresent();
    } catch (UndecodableException e) {
      return false;
    }
  }

  private Optional<F> read(Message message) throws UndecodableException {
    try {
      return decoder.read(message.type(), message.payload());
    } catch (IOException | NullPointerException e) {
      // Without its message, which may quote what it could not read.
      throw new UndecodableException(
          "no fact of type " + message.type(), new IOException(e.getClass().getName()));
    }
  }
}
