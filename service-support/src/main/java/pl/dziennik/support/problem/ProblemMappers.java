package pl.dziennik.support.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pl.dziennik.support.sql.SqlStates;

/** Every exception that leaves a resource becomes a problem document; a 5xx leaks no message. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F-]{36}");

  @ServerExceptionMapper(priority = 1)
  public Response problem(Problem e) {
    if (e.status() >= 500) {
      LOG.warnf("problem code=%s status=%d", e.code(), e.status());
    }
    return ProblemDocument.response(e);
  }

  @ServerExceptionMapper(priority = 1)
  public Response invalid(ConstraintViolationException e) {
    boolean answerWasWrong =
        e.getConstraintViolations().stream().anyMatch(v -> path(v).startsWith("<return value>"));
    if (answerWasWrong) {
      return internal(e);
    }
    Problem problem = Problem.of(400, "invalid-request", "Some fields are not acceptable.");
    e.getConstraintViolations().stream()
        .sorted((a, b) -> path(a).compareTo(path(b)))
        .forEach(v -> problem.field(path(v), v.getMessage()));
    return ProblemDocument.response(problem);
  }

  @ServerExceptionMapper(priority = 1)
  public Response mismatched(MismatchedInputException e) {
    return json(e);
  }

  @ServerExceptionMapper(priority = 1)
  public Response unauthenticated(UnauthorizedException e) {
    return ProblemDocument.response(
        Problem.of(401, "unauthenticated", "This needs an access token."));
  }

  @ServerExceptionMapper(priority = 1)
  public Response refusedToken(AuthenticationFailedException e) {
    return ProblemDocument.response(
        Problem.of(401, "invalid-token", "The access token is not valid here."));
  }

  @ServerExceptionMapper(priority = 1)
  public Response forbidden(ForbiddenException e) {
    return ProblemDocument.response(Problem.forbidden("forbidden", "Your role may not do this."));
  }

  @ServerExceptionMapper(priority = 1)
  public Response framework(WebApplicationException e, UriInfo uri) {
    if (isBadQuery(e, uri)) {
      return ProblemDocument.response(
          Problem.of(400, "invalid-parameter", "A parameter of the address cannot be read."));
    }
    if (e.getCause() instanceof JsonProcessingException json) {
      return json(json);
    }
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    return status >= 500
        ? internal(e)
        : ProblemDocument.response(Problem.of(status, codeOf(status), "The request was refused."));
  }

  @ServerExceptionMapper(priority = 10_000)
  public Response internal(Throwable e) {
    if (SqlStates.behind(e).filter(SqlStates::isAway).isPresent()) {
      return problem(
          Problem.of(503, "database-unavailable", "This cannot be answered now; try again.")
              .header("Retry-After", "5"));
    }
    LOG.error("unexpected failure", e);
    return ProblemDocument.response(
        Problem.of(500, "internal", "Something went wrong on our side; the trace id helps us."));
  }

  /**
   * JAX-RS calls a query parameter that cannot be converted "not found"; only a path may be that.
   */
  private static boolean isBadQuery(WebApplicationException e, UriInfo uri) {
    return e.getResponse().getStatus() == 404
        && e.getCause() != null
        && !uri.getQueryParameters().isEmpty()
        && uri.getPathParameters().values().stream()
            .allMatch(values -> values.stream().allMatch(v -> UUID_TEXT.matcher(v).matches()));
  }

  private static Response json(JsonProcessingException e) {
    String field =
        e instanceof JsonMappingException m
            ? m.getPath().stream().map(ProblemMappers::step).collect(Collectors.joining("."))
            : "";
    boolean nul = e instanceof NulCharacterException;
    boolean shape = e instanceof MismatchedInputException && !field.isEmpty();
    String code = nul ? "nul-character" : shape ? "invalid-request" : "malformed-json";
    Problem problem =
        Problem.of(400, code, nul ? "U+0000 is not allowed." : "The body cannot be read.");
    return ProblemDocument.response(
        field.isEmpty() ? problem : problem.field(field, "not a value of this field"));
  }

  private static String step(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? Integer.toString(reference.getIndex())
        : reference.getFieldName();
  }

  /** The path as the client knows it: without the Java method and its parameter's name. */
  private static String path(ConstraintViolation<?> violation) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (Path.Node node : violation.getPropertyPath()) {
      boolean method =
          depth == 0 && violation.getRootBeanClass().getSimpleName().contains("Resource");
      depth++;
      if (!method && node.getName() != null) {
        out.append(out.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    String path = out.toString();
    int dot = path.indexOf('.');
    return dot > 0 && depth > 2 ? path.substring(dot + 1) : path;
  }

  private static String codeOf(int status) {
    return switch (status) {
      case 400 -> "bad-request";
      case 401 -> "unauthenticated";
      case 403 -> "forbidden";
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 413 -> "too-large";
      case 415 -> "unsupported-media-type";
      default -> "refused";
    };
  }
}
