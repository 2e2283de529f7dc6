package pl.dziennik.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of the whole, made of what the services say of themselves. */
@ApplicationScoped
class PlatformDocument {
  /** As long as a document may be older than the services. */
  private static final long FRESH_MS = 60_000;

  private static final int TIMEOUT_MS = 5_000;

  private final HttpClient client;
  private final GatewayConfig config;
  private final Clock clock;
  private final String version;
  private final AtomicReference<@Nullable Made> last = new AtomicReference<>();

  PlatformDocument(
      Vertx vertx,
      GatewayConfig config,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MS / 2));
    this.config = config;
    this.clock = clock;
    this.version = version;
  }

  private record Made(JsonObject document, long at) {}

  /**
   * The document; fails with {@link DocumentUnavailableException} or {@link
   * DocumentsClashException}.
   */
  Future<JsonObject> get() {
    Made made = last.get();
    if (made != null && made.at() + FRESH_MS > clock.millis()) {
      return Future.succeededFuture(made.document());
    }
    List<Future<JsonObject>> all = Target.SERVICES.stream().map(this::fetch).toList();
    return Future.all(all)
        .map(
            done -> {
              Map<Target, JsonObject> documents = new EnumMap<>(Target.class);
              for (int i = 0; i < all.size(); i++) {
                documents.put(Target.SERVICES.get(i), done.resultAt(i));
              }
              JsonObject whole = whole(documents);
              last.set(new Made(whole, clock.millis()));
              return whole;
            });
  }

  private Future<JsonObject> fetch(Target service) {
    URI url = config.urlOf(service);
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(url.getHost())
            .setPort(url.getPort())
            .setURI("/q/openapi?format=json")
            .setTimeout(TIMEOUT_MS);
    return client
        .request(request)
        .compose(r -> r.send())
        .compose(PlatformDocument::body)
        .recover(e -> Future.failedFuture(new DocumentUnavailableException(service, e)));
  }

  private static Future<JsonObject> body(HttpClientResponse response) {
    return response.statusCode() == 200
        ? response.body().map(b -> b.toJsonObject())
        : Future.failedFuture("status " + response.statusCode());
  }

  private JsonObject whole(Map<Target, JsonObject> documents) {
    JsonObject merged = DocumentMerge.of(documents);
    merged
        .getJsonObject("components")
        .put(
            "securitySchemes",
            new JsonObject()
                .put("synergia", realm("synergia", "Staff, parents and pupils of a school"))
                .put("librus", realm("librus", "Holders of a Konto LIBRUS"))
                .put(
                    GatewayAnswers.BEARER,
                    new JsonObject()
                        .put("type", "http")
                        .put("scheme", "bearer")
                        .put("bearerFormat", "JWT")
                        .put("description", "An access token of the operation's realm")));
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put("info", new JsonObject().put("title", "Dziennik").put("version", version))
        .put(
            "servers",
            new JsonArray().add(new JsonObject().put("url", config.publicOrigin().toString())))
        .mergeIn(merged);
  }

  private JsonObject realm(String name, String whose) {
    String base = config.publicOrigin() + "/auth/realms/" + name + "/protocol/openid-connect/";
    JsonObject flow =
        new JsonObject()
            .put("authorizationUrl", base + "auth")
            .put("tokenUrl", base + "token")
            .put("refreshUrl", base + "token")
            .put("scopes", new JsonObject());
    return new JsonObject()
        .put("type", "oauth2")
        .put("description", whose + "; authorization code with PKCE (S256)")
        .put("flows", new JsonObject().put("authorizationCode", flow));
  }
}
