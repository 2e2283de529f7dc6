package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.dziennik.localstack.realm.KeycloakAdmin;

class RealmsTest {
  private final CyclicBarrier bothAsked = new CyclicBarrier(2);
  private final CountDownLatch poolIsFree = new CountDownLatch(1);
  @TempDir Path folder;
  private HttpServer keycloak;

  @BeforeEach
  void aKeycloakThatAnswersTheTwoRealmsTogether() throws IOException {
    keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    keycloak.setExecutor(new OwnThread());
    keycloak.createContext("/realms", e -> answer(e, 200, "{\"access_token\":\"t\"}"));
    keycloak.createContext("/admin/realms", e -> answer(e, 500, together() ? "both" : "alone"));
    keycloak.start();
  }

  @AfterEach
  void end() {
    poolIsFree.countDown();
    keycloak.stop(0);
  }

  /** As the services do, which start meanwhile. */
  @Test
  void theyAreSetUpSideBySideThoughTheCommonPoolIsBusy() {
    for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
      ForkJoinPool.commonPool().execute(this::block);
    }
    KeycloakAdmin admin =
        KeycloakAdmin.signIn("http://localhost:" + keycloak.getAddress().getPort(), "setup", "p");
    Secrets secrets = new Secrets(folder.resolve("secrets.env"));

    assertThatThrownBy(() -> Realms.apply(admin, new Ports(0), secrets))
        .hasMessageContaining("500: both");
    assertThat(bothAsked.isBroken()).isFalse();
  }

  private void block() {
    try {
      poolIsFree.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean together() {
    try {
      bothAsked.await(5, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (BrokenBarrierException | TimeoutException e) {
      return false;
    }
  }

  private static void answer(HttpExchange exchange, int code, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(code, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
