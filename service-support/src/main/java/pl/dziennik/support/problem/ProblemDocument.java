package pl.dziennik.support.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.dziennik.support.trace.Traces;

/** The body of a problem answer, {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "errors", "traceId"})
public record ProblemDocument(
    String type,
    String title,
    int status,
    String code,
    String detail,
    List<Problem.FieldError> errors,
    String traceId,
    @JsonAnyGetter Map<String, Object> extensions) {
  public static final String MEDIA_TYPE = "application/problem+json";

  static ProblemDocument of(Problem problem) {
    return new ProblemDocument(
        "urn:dziennik:problem:" + problem.code(),
        title(problem.status()),
        problem.status(),
        problem.code(),
        Optional.ofNullable(problem.getMessage()).orElse(""),
        problem.errors(),
        Traces.currentId().orElse(""),
        problem.extensions());
  }

  /** The answer to a problem. */
  public static Response response(Problem problem) {
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(MEDIA_TYPE).entity(of(problem));
    problem.headers().forEach(answer::header);
    if (problem.status() == 401) {
      answer.header("WWW-Authenticate", "Bearer");
    }
    return answer.header("Cache-Control", "no-store").build();
  }

  /** The status in words. */
  public static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null
        ? switch (status) {
          case 422 -> "Unprocessable Content";
          default -> "Error";
        }
        : known.getReasonPhrase();
  }
}
