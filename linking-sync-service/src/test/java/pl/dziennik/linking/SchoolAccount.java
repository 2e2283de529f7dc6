package pl.dziennik.linking;

import java.util.UUID;

/** A school account with one pupil, as the Synergia of the tests names it. */
record SchoolAccount(UUID school, UUID account, UUID pupil, String code) {

  static SchoolAccount withOnePupil() {
    SchoolAccount made =
        new SchoolAccount(
            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "code-" + UUID.randomUUID());
    StubSynergia.TICKETS.put(made.code, new StubSynergia.Ticket(200, made.offer()));
    return made;
  }

  /** A login after which Synergia refuses the ticket. */
  static String refusedWith(int status, String problemCode) {
    String code = "code-" + UUID.randomUUID();
    StubSynergia.TICKETS.put(
        code, new StubSynergia.Ticket(status, "{\"code\":\"" + problemCode + "\"}"));
    return code;
  }

  /** Another login of the same person. */
  SchoolAccount again() {
    SchoolAccount made = new SchoolAccount(school, account, pupil, "code-" + UUID.randomUUID());
    StubSynergia.TICKETS.put(made.code, new StubSynergia.Ticket(200, made.offer()));
    return made;
  }

  private String offer() {
    return """
    {"ticket":"header.%s.signature","schoolId":"%s","schoolName":"Szkoła Podstawowa nr 1",
     "synergiaAccountId":"%s","login":"9000777","displayName":"Ewa Żółkiewska",
     "pupils":[{"id":"%s","firstName":"Zosia-Kanarek","lastName":"Żółkiewska","className":"4b"}],
     "categories":["PROFILE","GRADES","OF_A_LATER_VERSION"],"epoch":7}
    """
        .formatted(code, school, account, pupil);
  }
}
