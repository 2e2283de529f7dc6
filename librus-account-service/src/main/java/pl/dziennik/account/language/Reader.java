package pl.dziennik.account.language;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Who reads, as far as the request tells.
 *
 * @param lang what the link says, since a mail is in the language of the account; it goes before
 *     the browser's wish
 */
public record Reader(
    @QueryParam("lang") Optional<String> lang,
    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> accepted) {

  public Language language() {
    return lang.map(Language::asked)
        .or(() -> accepted.map(Language::accepted))
        .orElse(Language.POLISH);
  }
}
