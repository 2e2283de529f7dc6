package pl.dziennik.systemtests.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without scripts: cookies, redirects, forms. It sends Secure cookies to localhost, as
 * real ones do.
 */
public final class Browser {
  private static final int MAX_REDIRECTS = 10;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private URI location = URI.create("about:blank");
  private String stopAt = "";
  private String body = "";
  private int status;

  /** Redirects to an address that starts so are not followed: it is the client's own. */
  public Browser stopAt(String prefix) {
    stopAt = prefix;
    return this;
  }

  public Browser open(String url) {
    return request("GET", URI.create(url), "");
  }

  /** Fills in and sends the form with that id, keeping its hidden fields. */
  public Browser submit(String formId, Map<String, String> fields) {
    Element form = page().getElementById(formId);
    if (form == null) {
      throw new IllegalStateException("no form " + formId + " on " + location + ": " + excerpt());
    }
    Map<String, String> all = new LinkedHashMap<>();
    form.select("input[type=hidden]").forEach(i -> all.put(i.attr("name"), i.attr("value")));
    all.putAll(fields);
    return request("POST", URI.create(form.absUrl("action")), Forms.encode(all));
  }

  /** Where the browser stands; the client's redirect address after a login. */
  public URI location() {
    return location;
  }

  public boolean hasForm(String id) {
    return !isAtClient() && page().getElementById(id) != null;
  }

  /** True when a login has come back to the client. */
  public boolean isAtClient() {
    return !stopAt.isEmpty() && location.toString().startsWith(stopAt);
  }

  public Document page() {
    return Jsoup.parse(body, location.toString());
  }

  public int status() {
    return status;
  }

  private Browser request(String method, URI first, String form) {
    String verb = method;
    URI next = first;
    for (int i = 0; i < MAX_REDIRECTS; i++) {
      location = next;
      if (isAtClient() && i > 0) {
        return this;
      }
      HttpResponse<String> answer = send(verb, next, form);
      remember(answer);
      status = answer.statusCode();
      body = answer.body();
      if (status < 300 || status >= 400) {
        return this;
      }
      next = next.resolve(answer.headers().firstValue("location").orElseThrow());
      verb = "GET";
    }
    throw new IllegalStateException("too many redirects at " + location);
  }

  private HttpResponse<String> send(String method, URI uri, String form) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          String.join(
              "; ",
              cookies.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList()));
    }
    if ("POST".equals(method)) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(form));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void remember(HttpResponse<String> answer) {
    for (String header : answer.headers().allValues("set-cookie")) {
      String pair = header.split(";", 2)[0];
      int eq = pair.indexOf('=');
      String name = pair.substring(0, eq);
      if (header.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, pair.substring(eq + 1));
      }
    }
  }

  private String excerpt() {
    String text = page().text();
    return text.substring(0, Math.min(400, text.length()));
  }
}
