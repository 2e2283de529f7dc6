package pl.dziennik.linking.family;

/** Examples of the family's reads, for the API's description; a test reads each by its form. */
final class FamilyExamples {
  private static final String HEAD =
      """
      {"pupilId":"0199c0de-0000-7000-8000-0000000000a1",\
      "linkId":"0199c0de-0000-7000-8000-0000000000b1","complete":true,\
      """;

  private static final String GRADE =
      """
      {"itemId":"0199c0de-0000-7000-8000-0000000000c1","revision":2,\
      "since":"2026-11-24T09:15:02.481Z","subjectId":"0199c0de-0000-7000-8000-0000000000d1",\
      "subject":"Matematyka","teacher":"Anna Nowak","category":"Sprawdzian","color":"#D32F2F",\
      "value":"4+","weight":3,"counted":true,"kind":"PARTIAL","comment":"Ułamki",\
      "date":"2026-11-23","correctedFrom":"4"}\
      """;

  static final String GRADES =
      HEAD + "\"terms\":[{\"period\":\"2026/27-1\",\"items\":[" + GRADE + "]}]}";

  static final String ATTENDANCE =
      HEAD
          + """
          "months":[{"period":"2026-11","items":[{"itemId":"0199c0de-0000-7000-8000-0000000000c2",\
          "revision":1,"since":"2026-11-24T07:05:10Z","date":"2026-11-24","lessonNumber":1,\
          "subject":"Historia","teacher":"Jan Żak","code":"nb","type":"ABSENCE",\
          "countsAsPresent":"ABSENT"}]}]}\
          """;

  static final String TIMETABLE =
      HEAD
          + """
          "weeks":[{"period":"2026-W48","classId":"0199c0de-0000-7000-8000-0000000000e1",\
          "weekStart":"2026-11-23","items":[{"itemId":"0199c0de-0000-7000-8000-0000000000c3",\
          "revision":1,"since":"2026-09-01T06:00:00Z","date":"2026-11-23","lessonNumber":1,\
          "startsAt":"08:00","endsAt":"08:45","subject":"Matematyka","teacher":"Anna Nowak",\
          "room":"12","status":"PLANNED"}]}]}\
          """;

  static final String TIMELINE =
      HEAD
          + "\"items\":[{\"category\":\"GRADES\",\"period\":\"2026/27-1\",\"item\":"
          + GRADE
          + "}],\"next\":\"\"}";

  static final String PUPILS =
      """
      {"items":[{"id":"0199c0de-0000-7000-8000-0000000000a1","firstName":"Zosia",\
      "lastName":"Łącka","schoolName":"Szkoła Podstawowa nr 7","className":"5b",\
      "schoolYear":"2026/27","linkId":"0199c0de-0000-7000-8000-0000000000b1","status":"ACTIVE",\
      "complete":true,"blockedCategories":[]},\
      {"id":"0199c0de-0000-7000-8000-0000000000a2","firstName":"Staś",\
      "linkId":"0199c0de-0000-7000-8000-0000000000b2","status":"SUSPENDED",\
      "reason":"SCHOOL_ACCOUNT_BLOCKED","complete":false,"blockedCategories":[]}]}\
      """;

  private FamilyExamples() {}
}
