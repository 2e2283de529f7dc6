package pl.dziennik.systemtests.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls of one caller to one origin; immutable, {@link #as} makes another caller of it. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String origin;
  private final List<String> headers;

  private Api(String origin, List<String> headers) {
    this.origin = origin;
    this.headers = headers;
  }

  /** An anonymous caller. */
  public static Api at(String origin) {
    return new Api(origin, List.of());
  }

  public Api as(String accessToken) {
    return with("Authorization", "Bearer " + accessToken);
  }

  public Api with(String header, String value) {
    List<String> all = new ArrayList<>(headers);
    all.add(header);
    all.add(value);
    return new Api(origin, List.copyOf(all));
  }

  public String origin() {
    return origin;
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), "");
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), "");
  }

  public Answer post(String path, Object body) {
    return send("POST", path, json(body), "application/json");
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, json(body), "application/json");
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, json(body), "application/json");
  }

  /** Sends a body as it is, for what no mapper would write. */
  public Answer raw(String method, String path, String contentType, String body) {
    return send(method, path, BodyPublishers.ofString(body), contentType);
  }

  public Answer form(String path, Map<String, String> fields) {
    return send(
        "POST",
        path,
        BodyPublishers.ofString(Forms.encode(fields)),
        "application/x-www-form-urlencoded");
  }

  private Answer send(String method, String path, BodyPublisher body, String contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path)).timeout(PATIENCE).method(method, body);
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(method + " " + path, answer.statusCode(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + origin + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
