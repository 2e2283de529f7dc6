package pl.dziennik.systemtests.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.client.SignIn;

/** What the school's people do, over public HTTP and on paper. */
public final class School {
  /** What everybody of this school chooses at the first login. */
  public static final String PASSWORD = "Moje-wlasne-haslo-7";

  private static final String V1 = "/synergia/v1";

  private final Places places;
  private final Api operator;
  private final String id;

  private School(Places places, Api operator, String id) {
    this.places = places;
    this.operator = operator;
    this.id = id;
  }

  /** An operator founds a school. */
  public static School founded(Places places, Api operator) {
    JsonNode school =
        operator
            .post(
                V1 + "/schools",
                Map.of(
                    "name", "Szkoła Podstawowa im. Marii Skłodowskiej",
                    "town", "Wola Raniżowska",
                    "reissueContact", "sekretariat, pokój 12",
                    "administrator", Map.of("firstName", "Łucja", "lastName", "Źdźbło")))
            .expect(201)
            .json();
    return new School(places, operator, school.path("id").asText());
  }

  public String id() {
    return id;
  }

  /** A new slip for the administrator; an older one's password ends. */
  public Slip administratorSlip() {
    String path = V1 + "/schools/" + id + "/administrator-slip";
    Answer pdf =
        Patience.until(
            "the administrator's account",
            () -> Optional.of(operator.post(path, Map.of())).filter(a -> a.status() == 200));
    return Slip.on(pdf).getFirst();
  }

  /** The first login, as on the slip: the one-time password is replaced by one's own. */
  public Api firstLogin(Slip slip) {
    return places
        .anonymous()
        .as(
            SignIn.toSchool(places.origin())
                .complete(new Browser(), slip.login(), slip.password(), PASSWORD)
                .accessToken());
  }

  /** A login with the password that was chosen. */
  public Api login(String login) {
    return places
        .anonymous()
        .as(SignIn.toSchool(places.origin()).complete(login, PASSWORD).accessToken());
  }

  /** The administrator, signed in, with regulations that everybody has to accept. */
  public Api administrator() {
    Api administrator = firstLogin(administratorSlip());
    administrator.post(V1 + "/regulations", Map.of("text", "Regulamin dziennika.")).expect(201);
    accept(administrator);
    return administrator;
  }

  public static void accept(Api person) {
    person.post(V1 + "/me/regulations-acceptances", Map.of("version", 1)).expect(204);
  }

  /** A class of one family: a pupil and a guardian with accounts. */
  public ClassOfAFamily classWithAFamily(Api administrator, String firstName) {
    return classWithAFamily(administrator, firstName, "Łęcka");
  }

  /** The same, with a family's name. */
  public ClassOfAFamily classWithAFamily(Api administrator, String firstName, String lastName) {
    String year =
        created(administrator, "/school-years", SchoolYear.of(Teacher.today()).asEntered());
    String classId =
        created(administrator, "/classes", Map.of("schoolYearId", year, "name", "4b", "level", 4));
    String pupil = pupil(administrator, classId, firstName, lastName);
    String batch = batch(administrator, classId);
    List<Slip> slips = Slip.on(administrator.post(batch + "/slips", Map.of()).expect(200));
    return new ClassOfAFamily(classId, pupil, batch, slips);
  }

  /**
   * @param batchPath of the batch in which the accounts were issued
   * @param slips of the pupils and of their guardian
   */
  public record ClassOfAFamily(String classId, String pupilId, String batchPath, List<Slip> slips) {
    public Slip guardianSlip() {
      return slips.stream().filter(Slip::isForAGuardian).findFirst().orElseThrow();
    }
  }

  /** Accounts for a class, issued by a job. */
  private static String batch(Api administrator, String classId) {
    Answer batch =
        administrator.post(V1 + "/account-batches", Map.of("classId", classId)).expect(202);
    String path = URI.create(batch.header("location")).getPath();
    Patience.until(
        "the accounts of the class",
        () ->
            Optional.of(administrator.get(path).json())
                .filter(b -> "READY".equals(b.path("status").asText())));
    return path;
  }

  private static String pupil(
      Api administrator, String classId, String firstName, String lastName) {
    return created(
        administrator,
        "/pupils",
        Map.of(
            "classId",
            classId,
            "firstName",
            firstName,
            "lastName",
            lastName,
            "birthDate",
            "2016-05-06",
            "guardians",
            List.of(Map.of("firstName", "Anna", "lastName", lastName))));
  }

  static String created(Api caller, String path, Map<String, Object> body) {
    return caller.post(V1 + path, body).expect(201).json().path("id").asText();
  }
}
