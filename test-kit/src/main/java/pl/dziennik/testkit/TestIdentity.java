package pl.dziennik.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** Signing keys of both realms and the address where a service fetches the public halves. */
public final class TestIdentity {
  /** The public origin that issuers start with. */
  public static final String PUBLIC_ORIGIN = "http://dziennik.test";

  private final RsaJsonWebKey synergia = key("test-synergia");
  private final RsaJsonWebKey librus = key("test-librus");
  private final RsaJsonWebKey foreign = key("test-synergia");
  private final String url;

  private static final class Holder {
    static final TestIdentity SHARED = new TestIdentity();
  }

  private TestIdentity() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/auth/realms/synergia/protocol/openid-connect/certs", x -> jwks(x, synergia));
      server.createContext(
          "/auth/realms/librus/protocol/openid-connect/certs", x -> jwks(x, librus));
      server.start();
      url = "http://localhost:" + server.getAddress().getPort() + "/auth";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TestIdentity shared() {
    return Holder.SHARED;
  }

  /** Base address of the key endpoints, as {@code KEYCLOAK_URL}. */
  public String url() {
    return url;
  }

  public static String issuer(String realm) {
    return PUBLIC_ORIGIN + "/auth/realms/" + realm;
  }

  RsaJsonWebKey key(Realm realm) {
    return realm == Realm.SYNERGIA ? synergia : librus;
  }

  /** A key that nobody trusts, under the id of one that is. */
  RsaJsonWebKey foreignKey() {
    return foreign;
  }

  /** The two realms. */
  public enum Realm {
    SYNERGIA,
    LIBRUS;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public Realm other() {
      return this == SYNERGIA ? LIBRUS : SYNERGIA;
    }
  }

  private static RsaJsonWebKey key(String id) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(id);
      key.setAlgorithm("RS256");
      key.setUse("sig");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void jwks(HttpExchange exchange, RsaJsonWebKey key) throws IOException {
    byte[] body =
        new JsonWebKeySet(key)
            .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
