package pl.dziennik.support.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal that the caller is told about, as an RFC 9457 problem document. Build one and throw it:
 *
 * <pre>throw Problem.of(422, "pupil-not-in-class", "...").field("pupilId", "...");</pre>
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<FieldError> errors = new ArrayList<>();
  private final transient Map<String, Object> extensions = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  private Problem(int status, String code, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
  }

  /**
   * @param status HTTP status, 400 to 599
   * @param code stable, kebab-case; clients decide by it
   * @param detail for a developer, English, without personal data
   */
  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail);
  }

  /** What one may not see does not exist. */
  public static Problem notFound() {
    return of(404, "not-found", "There is no such thing, or it is not yours to see.");
  }

  public static Problem forbidden(String code, String detail) {
    return of(403, code, detail);
  }

  /** A body that is well-formed and still cannot be taken; name the field. */
  public static Problem unprocessable(String code, String field, String detail) {
    return of(422, code, detail).field(field, detail);
  }

  /** The {@code If-Match} is stale. */
  public static Problem preconditionFailed() {
    return of(412, "stale", "The thing was changed meanwhile: read it again.");
  }

  /** The {@code If-Match} is missing. */
  public static Problem preconditionRequired() {
    return of(428, "if-match-required", "Send If-Match with the ETag that you read.");
  }

  /**
   * Names a field.
   *
   * @param field path in the body ({@code pupil.id}) or the parameter's name
   */
  public Problem field(String field, String detail) {
    errors.add(new FieldError(field, detail));
    return this;
  }

  /** Adds an extension member to the document. */
  public Problem with(String name, Object value) {
    extensions.put(name, value);
    return this;
  }

  /** Adds a header to the answer, e.g. {@code Retry-After}. */
  public Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  public Map<String, Object> extensions() {
    return Map.copyOf(extensions);
  }

  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  /** One field that is wrong and why. */
  public record FieldError(String field, String detail) {}
}
