package pl.dziennik.support.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pl.dziennik.support.idempotency.IdempotencyKeys.Key;
import pl.dziennik.support.idempotency.IdempotencyKeys.Known;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.support.token.Caller;

/**
 * Runs outside the transaction of the operation. A process that dies between the operation's commit
 * and the note of its answer leaves the key "running": a repeat then gets 409 and never a double.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class IdempotencyInterceptor {
  private static final int MAX_KEY = 255;

  private final Instance<DataSource> dataSource;
  private final Caller caller;
  private final ObjectMapper mapper;
  private final ContainerRequestContext request;

  @Inject
  IdempotencyInterceptor(
      Instance<DataSource> dataSource,
      Caller caller,
      ObjectMapper mapper,
      ContainerRequestContext request) {
    this.dataSource = dataSource;
    this.caller = caller;
    this.mapper = mapper;
    this.request = request;
  }

  @AroundInvoke
  @Nullable Object once(InvocationContext invocation) throws Exception {
    String header = request.getHeaderString("Idempotency-Key");
    if (header == null) {
      return invocation.proceed();
    }
    IdempotencyKeys keys = new IdempotencyKeys(dataSource.get());
    Key key =
        new Key(
            caller.issuer(),
            caller.subject(),
            request.getMethod(),
            request.getUriInfo().getPath(),
            value(header));
    return switch (keys.take(key, hash(invocation.getParameters()))) {
      case Known.Fresh _ -> new FirstRun(keys, key).run(invocation::proceed, this::note);
      case Known.Done done -> again(done);
      case Known.Running _ ->
          throw Problem.of(409, "request-in-progress", "The first request of this key still runs.");
      case Known.OtherRequest _ ->
          throw Problem.of(422, "idempotency-key-reused", "This key belongs to another request.")
              .field("Idempotency-Key", "used for another request");
    };
  }

  private Optional<FirstRun.Note> note(@Nullable Object answer) {
    return answer instanceof Response response && response.getStatus() < 300
        ? Optional.of(
            new FirstRun.Note(
                response.getStatus(),
                Optional.ofNullable(response.getHeaderString(HttpHeaders.LOCATION)),
                idOf(response.getEntity())))
        : Optional.empty();
  }

  private static Response again(Known.Done done) {
    Response.ResponseBuilder answer = Response.status(done.status());
    done.location().ifPresent(l -> answer.header(HttpHeaders.LOCATION, l));
    done.resourceId().ifPresent(id -> answer.type("application/json").entity(Map.of("id", id)));
    return answer.header("Idempotency-Replayed", "true").build();
  }

  private Optional<String> idOf(@Nullable Object entity) {
    if (entity == null) {
      return Optional.empty();
    }
    JsonNode id = mapper.valueToTree(entity).path("id");
    return id.isMissingNode() || id.isNull() ? Optional.empty() : Optional.of(id.asText());
  }

  /** The header is a structured-field string: quoted; a bare one is taken as well. */
  private static String value(String header) {
    String bare =
        header.length() > 1 && header.startsWith("\"") && header.endsWith("\"")
            ? header.substring(1, header.length() - 1)
            : header;
    if (bare.isBlank() || bare.length() > MAX_KEY) {
      throw Problem.of(400, "invalid-idempotency-key", "A key has 1 to 255 characters.")
          .field("Idempotency-Key", "1 to 255 characters");
    }
    return bare;
  }

  private byte[] hash(@Nullable Object[] parameters)
      throws JsonProcessingException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Object parameter : parameters) {
      if (parameter instanceof UriInfo || parameter instanceof HttpHeaders) {
        continue;
      }
      digest.update(mapper.writeValueAsBytes(parameter));
    }
    return digest.digest();
  }
}
