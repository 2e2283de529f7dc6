package pl.dziennik.account.page;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.dziennik.account.language.Language;

/** Links of mails to the pages. */
@Singleton
public class PageLinks {
  private final String publicOrigin;

  PageLinks(@ConfigProperty(name = "dziennik.account.public-origin") String publicOrigin) {
    this.publicOrigin = publicOrigin;
  }

  /**
   * The page speaks the mail's language; the token is in the fragment, which reaches no server.
   *
   * @param page its path's name, such as {@code activate}
   */
  public String to(String page, Language language, String token) {
    return publicOrigin + "/" + page + "?lang=" + language.code() + "#" + token;
  }
}
