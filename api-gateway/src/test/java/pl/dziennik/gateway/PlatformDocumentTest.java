package pl.dziennik.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four services that serve a document each, from one port each. */
class PlatformDocumentTest {
  private final Vertx vertx = Vertx.vertx();
  private final Map<Target, HttpServer> servers = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void serve() throws IOException {
    for (Target service : Target.SERVICES) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] body =
          new JsonObject()
              .put("paths", new JsonObject())
              .put("components", new JsonObject())
              .encode()
              .getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/q/openapi",
          exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      servers.put(service, server);
    }
  }

  @AfterEach
  void end() {
    servers.values().forEach(s -> s.stop(0));
    vertx.close();
  }

  @Test
  void namesTheRealmsAndIsKeptForAMinute() throws Exception {
    PlatformDocument document = document();

    JsonObject whole = await(document.get());
    await(document.get());

    assertThat(asked).hasValue(4);
    assertThat(whole.getString("openapi")).isEqualTo("3.1.0");
    assertThat(whole.encode())
        .contains(
            "https://dziennik.test/auth/realms/librus/protocol/openid-connect/auth",
            "https://dziennik.test/auth/realms/synergia/protocol/openid-connect/token",
            "\"servers\":[{\"url\":\"https://dziennik.test\"}]");
  }

  @Test
  void oneServiceMissingIsSaidByName() {
    server(Target.LINKING).stop(0);

    assertThatThrownBy(() -> await(document().get()))
        .hasRootCauseInstanceOf(IOException.class)
        .cause()
        .isInstanceOfSatisfying(
            DocumentUnavailableException.class,
            e -> assertThat(e.service()).isEqualTo(Target.LINKING));
  }

  private HttpServer server(Target service) {
    return Objects.requireNonNull(servers.get(service));
  }

  private static JsonObject await(Future<JsonObject> document) throws Exception {
    return document.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private PlatformDocument document() {
    return new PlatformDocument(vertx, new Addresses(), Clock.systemUTC(), "1");
  }

  private final class Addresses implements GatewayConfig {
    private URI url(Target service) {
      return URI.create("http://localhost:" + server(service).getAddress().getPort());
    }

    @Override
    public URI synergiaUrl() {
      return url(Target.SYNERGIA);
    }

    @Override
    public URI accountUrl() {
      return url(Target.ACCOUNT);
    }

    @Override
    public URI linkingUrl() {
      return url(Target.LINKING);
    }

    @Override
    public URI notificationUrl() {
      return url(Target.NOTIFICATION);
    }

    @Override
    public URI keycloakUrl() {
      return URI.create("http://localhost/auth");
    }

    @Override
    public URI publicOrigin() {
      return URI.create("https://dziennik.test");
    }

    @Override
    public int strictPerMinute() {
      return 1;
    }

    @Override
    public int generalPerMinute() {
      return 1;
    }
  }
}
