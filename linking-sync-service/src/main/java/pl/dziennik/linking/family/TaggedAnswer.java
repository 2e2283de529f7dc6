package pl.dziennik.linking.family;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** 200 with an ETag, or 304. Made after authorisation only: a block ends a 304. */
final class TaggedAnswer {
  private TaggedAnswer() {}

  /**
   * @param ifNoneMatch the request's header
   * @param body made only if the client does not have it
   */
  static Response of(Tag tag, Optional<String> ifNoneMatch, Supplier<Object> body) {
    String value = tag.value();
    Response.ResponseBuilder answer =
        ifNoneMatch.filter(header -> isHeld(header, value)).isPresent()
            ? Response.notModified()
            : Response.ok(body.get(), MediaType.APPLICATION_JSON_TYPE);
    return answer
        .header(HttpHeaders.ETAG, value)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .build();
  }

  private static boolean isHeld(String header, String tag) {
    return Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .map(t -> t.startsWith("W/") ? t.substring(2) : t)
        .anyMatch(t -> t.equals("*") || t.equals(tag));
  }
}
