package pl.dziennik.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.dziennik.pushreceiver.VapidPair;

/**
 * Passwords and keys of the local platform: made when first asked for, kept in {@code secrets.env},
 * mode 600.
 */
final class Secrets {
  private static final String VAPID = "VAPID_PAIR";

  private final Path file;
  private final Map<String, String> values = new TreeMap<>();
  private final SecureRandom random = new SecureRandom();

  Secrets(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      read();
    }
  }

  /** A password of 128 bits, letters and digits. */
  synchronized String password(String name) {
    return values.containsKey(name) ? values.get(name) : keep(name, base64Url(16));
  }

  /** A key of 32 bytes, base64. */
  synchronized String key(String name) {
    if (values.containsKey(name)) {
      return values.get(name);
    }
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return keep(name, Base64.getEncoder().encodeToString(bytes));
  }

  /** The VAPID key pair of Web Push. */
  synchronized VapidPair vapid() {
    return VapidPair.ofLine(
        values.containsKey(VAPID) ? values.get(VAPID) : keep(VAPID, VapidPair.generate().line()));
  }

  private String base64Url(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replaceAll("[-_]", "x");
  }

  private String keep(String name, String value) {
    values.put(name, value);
    StateFolder.writeSecret(
        file,
        values.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue() + "\n")
            .collect(Collectors.joining()));
    return value;
  }

  private void read() {
    try {
      for (String line : Files.readAllLines(file)) {
        int eq = line.indexOf('=');
        if (eq > 0) {
          values.put(line.substring(0, eq), line.substring(eq + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
