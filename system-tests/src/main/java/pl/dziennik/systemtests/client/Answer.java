package pl.dziennik.systemtests.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** What came back. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are read once, never compared.
public record Answer(String request, int status, HttpResponse<byte[]> http) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body as JSON; missing for an empty body. */
  public JsonNode json() {
    try {
      return http.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(http.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request + " answered no JSON: " + text(), e);
    }
  }

  public String text() {
    return new String(http.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    return http.body();
  }

  public String header(String name) {
    return http.headers().firstValue(name).orElse("");
  }

  /** The stable code of a problem, empty when it is none. */
  public String code() {
    return header("content-type").contains("json") ? json().path("code").asText("") : "";
  }

  /**
   * Fails loudly unless the status is the expected one.
   *
   * @throws UnexpectedAnswer naming request, status and body
   */
  public Answer expect(int expected) {
    if (status != expected) {
      String body = text();
      throw new UnexpectedAnswer(
          request
              + ": expected "
              + expected
              + ", got "
              + status
              + " "
              + body.substring(0, Math.min(600, body.length())));
    }
    return this;
  }

  /** An answer that the journey cannot go on with. */
  public static final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String message) {
      super(message);
    }
  }
}
