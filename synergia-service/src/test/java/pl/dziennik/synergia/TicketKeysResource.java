package pl.dziennik.synergia;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** A mounted folder of ticket keys, as a deployment has it. */
public final class TicketKeysResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("ticket-keys");
      write(folder, "k1");
      write(folder, "k2");
      Files.writeString(folder.resolve("active"), "k2\n");
      return Map.of("GRANT_TICKET_KEYS_DIR", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // The folder lies among the JVM's temporary files.
  }

  private static void write(Path folder, String kid) throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Files.writeString(folder.resolve(kid + ".pem"), pem(pair.getPrivate().getEncoded()));
      Files.writeString(folder.resolve(kid + ".pub.pem"), pem(pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(byte[] der) {
    return "-----BEGIN KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END KEY-----\n";
  }
}
