package pl.dziennik.linking.sync;

import java.io.IOException;

/**
 * Synergia has looked at a register and does not take it. Repeating it at once changes nothing, and
 * the school's other registers need not wait for it.
 */
public final class RegisterRefused extends IOException {
  private static final long serialVersionUID = 1L;

  public RegisterRefused(String message) {
    super(message);
  }
}
