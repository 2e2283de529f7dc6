package pl.dziennik.synergia.page;

import static org.assertj.core.api.Assertions.assertThat;

import pl.dziennik.testkit.page.PageInBrowser;

/** The school's page in a browser, and what the platform answers it. */
final class SchoolInBrowser {
  static final String TOKEN = "POST /auth/realms/synergia/protocol/openid-connect/token";
  static final String ME = "GET /synergia/v1/me";
  static final String RULES = "GET /synergia/v1/regulations/current";
  static final String ACCEPT = "POST /synergia/v1/me/regulations-acceptances";
  static final String CONTACT = "GET /synergia/v1/school-contacts/10001";
  static final String SCHOOL =
      """
      {"name": "SP nr 7", "town": "Toruń", "reissueContact": "pokój 3, tel. 56 000 00 00"}""";

  private SchoolInBrowser() {}

  static PageInBrowser school() {
    return new PageInBrowser("school");
  }

  /** Signed in, the regulations on the screen. */
  static PageInBrowser reading() {
    return signedIn(school());
  }

  static PageInBrowser signedIn(PageInBrowser browser) {
    PageInBrowser page =
        browser
            .remembering("sessionStorage", "pkce", "{\"verifier\": \"v\", \"state\": \"s\"}")
            .answering(TOKEN, 200, tokens("first"))
            .answering(ME, 200, me(false))
            .answering(RULES, 200, "{\"version\": 2, \"text\": \"Regulamin.\"}")
            .open("/school?code=c&state=s");
    assertThat(page.shown()).isEqualTo("rules");
    return page;
  }

  static String tokens(String name) {
    return "{\"access_token\": \"%s\", \"refresh_token\": \"r-%s\"}".formatted(name, name);
  }

  static String me(boolean accepted) {
    return """
    {"firstName": "Anna", "login": "1000001", "kind": "GUARDIAN", "pupils": [],
     "school": {"code": 10001, "name": "SP nr 7", "reissueContact": "pokój 3"},
     "regulationsAccepted": %s}"""
        .formatted(accepted);
  }
}
