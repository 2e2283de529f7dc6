package pl.dziennik.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The Ed25519 key that signs grant tickets, made at first need; mode 600. */
final class TicketKeyFiles {
  private static final String FIRST = "k1";
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private TicketKeyFiles() {}

  /**
   * @param keys folder of the platform's keys
   * @return the folder with {@code <kid>.pem}, {@code <kid>.pub.pem} and {@code active}
   */
  static Path in(Path keys) {
    Path folder = keys.resolve("grant-tickets");
    // Written last: a start that was killed in between makes the key anew.
    if (!Files.exists(folder.resolve("active"))) {
      write(folder);
    }
    return folder;
  }

  private static void write(Path folder) {
    try {
      Files.createDirectories(folder);
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      StateFolder.writeSecret(
          folder.resolve(FIRST + ".pem"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      StateFolder.writeSecret(
          folder.resolve(FIRST + ".pub.pem"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
      StateFolder.writeSecret(folder.resolve("active"), FIRST + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the keys of grant tickets cannot be written", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + LINES.encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
