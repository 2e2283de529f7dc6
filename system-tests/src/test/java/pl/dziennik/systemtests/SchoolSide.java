package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.client.SignIn;

/** What the school's people do, over public HTTP and on paper. */
final class SchoolSide {
  static final String PASSWORD = "Moje-wlasne-haslo-7";
  private static final Pattern SLIP =
      Pattern.compile(
          "\\b(\\d{7,12})\\b.*?\\b([a-z0-9]{5}-[a-z0-9]{5}-[a-z0-9]{5})\\b", Pattern.DOTALL);

  private final Platform platform;
  private final JsonNode school;

  private SchoolSide(Platform platform, JsonNode school) {
    this.platform = platform;
    this.school = school;
  }

  /** What stands on an access slip. */
  record Slip(String login, String password, String text) {}

  static SchoolSide founded(Platform platform) {
    JsonNode school =
        platform
            .operator()
            .post(
                "/synergia/v1/schools",
                Map.of(
                    "name", "Szkoła Podstawowa im. Marii Skłodowskiej",
                    "town", "Wola Raniżowska",
                    "reissueContact", "sekretariat, pokój 12",
                    "administrator", Map.of("firstName", "Łucja", "lastName", "Źdźbło")))
            .expect(201)
            .json();
    return new SchoolSide(platform, school);
  }

  String id() {
    return school.path("id").asText();
  }

  Slip administratorSlip() {
    String path = "/synergia/v1/schools/" + id() + "/administrator-slip";
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> platform.operator().post(path, Map.of()).status() == 200);
    return slips(platform.operator().post(path, Map.of()).expect(200)).getFirst();
  }

  /** The first login, as on the slip: the one-time password is replaced by one's own. */
  Api firstLogin(Slip slip) {
    return platform
        .anonymous()
        .as(
            SignIn.toSchool(Platform.ORIGIN)
                .complete(new Browser(), slip.login(), slip.password(), PASSWORD)
                .accessToken());
  }

  /** A class of one family: a pupil and a guardian with accounts. Returns their slips. */
  List<Slip> classWithAFamily(Api administrator) {
    String year =
        created(
            administrator,
            "/synergia/v1/school-years",
            Map.of(
                "label", "2026/27",
                "startsOn", "2026-09-01",
                "secondTermStartsOn", "2027-02-01",
                "endsOn", "2027-06-25"));
    String classId =
        created(
            administrator,
            "/synergia/v1/classes",
            Map.of("schoolYearId", year, "name", "4b", "level", 4));
    created(
        administrator,
        "/synergia/v1/pupils",
        Map.of(
            "classId", classId,
            "firstName", "Zosia",
            "lastName", "Łęcka",
            "birthDate", "2016-05-06",
            "guardians", List.of(Map.of("firstName", "Anna", "lastName", "Łęcka"))));
    Answer batch =
        administrator.post("/synergia/v1/account-batches", Map.of("classId", classId)).expect(202);
    assertThat(batch.header("location")).startsWith(Platform.ORIGIN + "/synergia/v1/");
    String path = java.net.URI.create(batch.header("location")).getPath();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> administrator.get(path).json().path("status").asText().equals("READY"));
    return slips(administrator.post(path + "/slips", Map.of()).expect(200));
  }

  private static String created(Api administrator, String path, Map<String, Object> body) {
    return administrator.post(path, body).expect(201).json().path("id").asText();
  }

  static List<Slip> slips(Answer pdf) {
    assertThat(pdf.header("content-type")).isEqualTo("application/pdf");
    try (PdfReader reader = new PdfReader(pdf.bytes())) {
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      List<Slip> out = new java.util.ArrayList<>();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        String text = extractor.getTextFromPage(page);
        Matcher m = SLIP.matcher(text);
        assertThat(m.find()).as("login and password on: %s", text).isTrue();
        out.add(new Slip(m.group(1), m.group(2), text));
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
