package pl.dziennik.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses paths that a service could read otherwise than we do: dot segments, doubled slashes,
 * backslashes, path parameters, and every escape of a character that has a meaning in a path.
 */
final class PathHygiene {
  private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,=:@%/-]*");
  private static final Pattern HARMLESS_ESCAPE =
      Pattern.compile(
          "%(?:2[01]|2[3-4]|2[6-9a-d]|3[ac-f]|40|5[bde]|60|7[b-e]|[c-f][0-9a-f]|[89ab][0-9a-f])");

  private PathHygiene() {}

  /** The path as sent; empty for a request line without one. */
  static String pathOf(HttpServerRequest request) {
    return request.path() == null ? "" : request.path();
  }

  static boolean isClean(String path) {
    if (!PLAIN.matcher(path).matches() || path.contains("//")) {
      return false;
    }
    String lower = path.toLowerCase(Locale.ROOT);
    boolean escapesAreHarmless = HARMLESS_ESCAPE.matcher(lower).replaceAll("").indexOf('%') < 0;
    return escapesAreHarmless && !(lower + "/").matches(".*/\\.{1,2}/.*");
  }
}
