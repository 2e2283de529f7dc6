package pl.dziennik.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** What callers do to the connection is answered or ends it, and is no error of the gateway's. */
@QuarkusTest
@QuarkusTestResource(UpstreamsResource.class)
class RudeCallersIT {
  private final Errors errors = new Errors();

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(errors);
  }

  @AfterEach
  void noErrorWasLogged() {
    Logger.getLogger("").removeHandler(errors);
    assertThat(errors.seen).isEmpty();
  }

  @Test
  void aBodyWithoutALengthIsForwardedToWhoAsksForHttp2Too() throws Exception {
    HttpResponse<String> answer;
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      byte[] body = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + RestAssured.port + "/synergia/v1/grades"))
                  .header("Authorization", bearer())
                  .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                  .build(),
              BodyHandlers.ofString());
    }

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("size=100000");
  }

  @Test
  void aCallerThatGoesInTheMiddleOfItsBodyIsForgotten() throws Exception {
    String head =
        """
        POST /synergia/v1/grades HTTP/1.1\r
        Host: dziennik.test\r
        Authorization: %s\r
        Content-Length: 50000\r
        \r
        """
            .formatted(bearer());
    try (Socket socket = connected()) {
      send(socket, head + "x".repeat(1000));
      // Its head has gone to the upstream, which waits for the rest.
      Patience.until(() -> UpstreamsResource.waiting() == 1);
    }

    Patience.until(() -> UpstreamsResource.waiting() == 0);
    given().header("Authorization", bearer()).get("/synergia/v1/me").then().statusCode(200);
  }

  @Test
  void codingsThatTheProxyDoesNotSpeakAndHttp2FramesAreRefused() throws Exception {
    for (String rude :
        List.of(
            "POST /synergia/v1/grades HTTP/1.1\r\nHost: x\r\nAuthorization: "
                + bearer()
                + "\r\nTransfer-Encoding: gzip, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET /docs HTTP/1.1\r\nHost: x\r\nX-A : b\r\n\r\n")) {
      try (Socket socket = connected()) {
        send(socket, rude);
        byte[] first = socket.getInputStream().readNBytes("HTTP/1.1 4".length());
        assertThat(new String(first, StandardCharsets.UTF_8)).matches("|HTTP/[12]\\.[01] 4");
      }
    }
  }

  private static Socket connected() throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String bearer() {
    return "Bearer " + TestTokens.person(Realm.SYNERGIA).token();
  }

  /** Collects what is logged as an error. */
  private static final class Errors extends Handler {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
        seen.add(record.getLoggerName() + ": " + record.getMessage());
      }
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
