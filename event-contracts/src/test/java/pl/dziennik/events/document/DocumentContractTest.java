package pl.dziennik.events.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.DocumentBody.Access;
import pl.dziennik.events.document.DocumentBody.AccessPupil;
import pl.dziennik.events.document.DocumentBody.Attendance;
import pl.dziennik.events.document.DocumentBody.AttendanceItem;
import pl.dziennik.events.document.DocumentBody.GradeItem;
import pl.dziennik.events.document.DocumentBody.Grades;
import pl.dziennik.events.document.DocumentBody.Profile;
import pl.dziennik.events.document.DocumentBody.Timetable;
import pl.dziennik.events.document.DocumentBody.TimetableItem;

/** What stands in the copy, field by field: the samples in {@code golden/} are the contract. */
class DocumentContractTest {
  private static final ObjectMapper JSON = FactJson.mapper();
  private static final UUID PUPIL = id(3);

  static Stream<DocumentBody> everyBody() {
    return Stream.of(
        new Profile(
            PUPIL,
            "Łucja",
            "Źdźbło-Kowalska",
            "Szkoła Podstawowa nr 7 w Chrzanowie",
            "4b",
            "2026/27"),
        new Access(
            id(6),
            true,
            List.of(new AccessPupil(PUPIL, List.of(id(7)))),
            List.of(Category.ATTENDANCE)),
        new Grades(
            List.of(
                new GradeItem(
                    id(8),
                    2,
                    Instant.parse("2026-09-14T09:41:07.250Z"),
                    id(9),
                    "Matematyka",
                    "Renata Nowakowska",
                    "Sprawdzian",
                    "#E06666",
                    "4+",
                    3,
                    true,
                    "CURRENT",
                    "Ładna praca.",
                    "2026-09-14",
                    "3"))),
        new Attendance(
            List.of(
                new AttendanceItem(
                    id(10),
                    1,
                    Instant.parse("2026-09-14T06:05:00Z"),
                    "2026-09-14",
                    1,
                    "Przyroda",
                    "Joanna Adamska",
                    "nb",
                    "ABSENT",
                    "ABSENT"))),
        new Timetable(
            "2026-09-14",
            List.of(
                new TimetableItem(
                    id(11),
                    1,
                    Instant.parse("2026-09-01T06:00:00Z"),
                    "2026-09-14",
                    2,
                    "08:55",
                    "09:40",
                    "Matematyka",
                    "Renata Nowakowska",
                    "12",
                    "PLANNED"))));
  }

  @Test
  void everyKindOfDocumentHasASample() {
    assertThat(everyBody().map(Object::getClass))
        .containsExactlyInAnyOrder(DocumentBody.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("everyBody")
  void isWrittenAsTheSampleSays(DocumentBody body) throws IOException {
    assertThat(JSON.readTree(JSON.writeValueAsBytes(body))).isEqualTo(golden(body));
  }

  @ParameterizedTest
  @MethodSource("everyBody")
  void isReadFromTheSampleAlsoWhenALaterVersionSaysMore(DocumentBody body) throws IOException {
    assertThat(JSON.treeToValue(golden(body), body.getClass())).isEqualTo(body);

    ObjectNode later = (ObjectNode) golden(body);
    later.put("mood", "sunny");
    later.path("items").forEach(item -> ((ObjectNode) item).put("extra", 1));

    assertThat(JSON.treeToValue(later, body.getClass())).isEqualTo(body);
  }

  private static JsonNode golden(DocumentBody body) throws IOException {
    String name = body.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    try (InputStream sample =
        DocumentContractTest.class.getResourceAsStream("/golden/document-" + name + ".json")) {
      return JSON.readTree(sample);
    }
  }

  private static UUID id(int n) {
    return UUID.fromString("0190f3c1-0000-7000-8000-%012d".formatted(n));
  }
}
