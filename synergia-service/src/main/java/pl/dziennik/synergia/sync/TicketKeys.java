package pl.dziennik.synergia.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of grant tickets: a folder with {@code <kid>.pem} (PKCS 8), {@code <kid>.pub.pem} and a
 * file {@code active} that names the signing one. A retired key keeps its public half only.
 */
public final class TicketKeys {
  private static final String PUBLIC = ".pub.pem";

  private final String activeId;
  private final PrivateKey active;
  private final Map<String, PublicKey> verifying;

  public TicketKeys(String activeId, PrivateKey active, Map<String, PublicKey> verifying) {
    this.activeId = activeId;
    this.active = active;
    this.verifying = Map.copyOf(verifying);
  }

  /** Reads the folder; a missing or unreadable key is a reason not to start. */
  public static TicketKeys in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      String id = Files.readString(folder.resolve("active")).strip();
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      Map<String, PublicKey> keys = new HashMap<>();
      for (Path file : all) {
        String name = file.getFileName().toString();
        if (name.endsWith(PUBLIC)) {
          keys.put(
              name.substring(0, name.length() - PUBLIC.length()),
              factory.generatePublic(new X509EncodedKeySpec(pem(file))));
        }
      }
      return new TicketKeys(
          id,
          factory.generatePrivate(new PKCS8EncodedKeySpec(pem(folder.resolve(id + ".pem")))),
          keys);
    } catch (IOException e) {
      throw new UncheckedIOException("the keys of grant tickets cannot be read: " + folder, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not an Ed25519 key in " + folder, e);
    }
  }

  String activeId() {
    return activeId;
  }

  PrivateKey active() {
    return active;
  }

  Optional<PublicKey> verifying(String id) {
    return Optional.ofNullable(verifying.get(id));
  }

  private static byte[] pem(Path file) throws IOException {
    String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
    return Base64.getMimeDecoder().decode(text.strip());
  }
}
