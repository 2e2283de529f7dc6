package pl.dziennik.testkit.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** What the engine has not and a browser has. Bytes cross as text, one character each. */
final class BrowserCrypto {
  private BrowserCrypto() {}

  static void addTo(Value bindings) {
    put(bindings, "base64", bytes -> Base64.getEncoder().encode(bytes));
    put(bindings, "sha256", BrowserCrypto::sha256);
    put(bindings, "randomLike", BrowserCrypto::randomLike);
  }

  private static void put(Value bindings, String name, Function<byte[], byte[]> work) {
    ProxyExecutable function =
        arguments -> {
          byte[] in = arguments[0].asString().getBytes(StandardCharsets.ISO_8859_1);
          return new String(work.apply(in), StandardCharsets.ISO_8859_1);
        };
    bindings.putMember(name, function);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] randomLike(byte[] bytes) {
    byte[] random = new byte[bytes.length];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
