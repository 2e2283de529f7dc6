package pl.dziennik.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened, newest first, page by page. */
@LinkingTest
class FamilyTimelineIT {
  @Inject io.agroal.api.AgroalDataSource dataSource;

  private FamilyWorld family;

  @BeforeEach
  void aLinkedChild() {
    family = new FamilyWorld(dataSource);
    family.linked();
  }

  @Test
  void itemsOfAllCategoriesComeNewestFirst() {
    family.grades(family.zosia, FamilyWorld.TERM, happened("2026-11-24T09:00:00.000123Z", "grade"));
    family.attendance(family.zosia, "2026-11", happened("2026-11-25T07:00:00Z", "absence"));
    family.timetable(family.classId, "2026-W36", happened("2026-09-01T06:00:00Z", "lesson"));
    family.profile(family.school, family.zosia, "Zosia", "Łącka");

    family
        .read("/timeline")
        .statusCode(200)
        .header("Cache-Control", equalTo("private, no-cache"))
        .body("items.category", contains("ATTENDANCE", "GRADES", "TIMETABLE"))
        .body("items.item.what", contains("absence", "grade", "lesson"))
        .body("items.period", contains("2026-11", "2026/27-1", "2026-W36"))
        .body("items[1].item.since", equalTo("2026-11-24T09:00:00.000123Z"))
        .body("complete", equalTo(true))
        .body("next", equalTo(""));
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    List<String> newestFirst = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      newestFirst.addFirst("e" + i);
      items.add(happened("2026-11-24T09:00:0" + i + ".000001Z", "e" + i));
    }
    family.grades(family.zosia, FamilyWorld.TERM, String.join(",", items.subList(0, 5)));
    family.attendance(family.zosia, "2026-11", String.join(",", items.subList(5, 9)));

    assertThat(walk(2)).isEqualTo(newestFirst);
    assertThat(walk(3)).isEqualTo(newestFirst);
    assertThat(walk(9)).isEqualTo(newestFirst);
  }

  @Test
  void itemsOfOneMomentAreEachOnOnePage() {
    String items =
        IntStream.range(0, 7)
            .mapToObj(i -> happened("2026-11-24T09:00:00Z", "e" + i))
            .collect(Collectors.joining(","));
    family.grades(family.zosia, FamilyWorld.TERM, items);

    assertThat(walk(2)).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void whatItsDocumentNoLongerHoldsIsNotShown() {
    family.grades(family.zosia, FamilyWorld.TERM, happened("2026-11-24T09:00:00Z", "mistake"));
    family.grades(family.zosia, FamilyWorld.TERM, happened("2026-11-24T09:05:00Z", "right"));

    family.read("/timeline").body("items.item.what", contains("right"));
  }

  @Test
  void aCursorIsOfOneQueryOnly() {
    family.grades(
        family.zosia,
        FamilyWorld.TERM,
        happened("2026-11-24T09:00:00Z", "a") + "," + happened("2026-11-24T09:01:00Z", "b"));
    String next = family.read("/timeline?limit=1").extract().path("next");
    FamilyWorld other = new FamilyWorld(dataSource);
    other.linked();
    String cursor = next.substring(next.indexOf("cursor="));

    other
        .read("/timeline?" + cursor)
        .statusCode(400)
        .body("code", equalTo("invalid-cursor"))
        .body("errors[0].field", equalTo("cursor"));
    family.read("/timeline?" + cursor).statusCode(200).body("items.item.what", contains("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00"})
  void aMadeUpCursorIsRefused(String cursor) {
    family
        .read("/timeline?cursor=" + cursor)
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "x", "1000", "99999999999999999999", "1.5"})
  void aLimitThatIsNoneIsRefusedByName(String limit) {
    family
        .read("/timeline?limit=" + limit)
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors[0].field", equalTo("limit"));
  }

  @Test
  void aYoungCopyWithoutItemsIsIncomplete() {
    family
        .read("/timeline?limit=200")
        .statusCode(200)
        .body("complete", equalTo(false))
        .body("items", empty());
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    family.grades(family.zosia, FamilyWorld.TERM, happened("2026-11-24T09:00:00Z", "a"));
    String tag = family.read("/timeline").extract().header("ETag");
    assertThat(status(tag)).isEqualTo(304);

    family.attendance(family.zosia, "2026-11", happened("2026-11-25T09:00:00Z", "b"));

    assertThat(status(tag)).isEqualTo(200);
    family.read("/timeline").header("ETag", not(equalTo(tag))).body("items", hasSize(2));
    family.access(family.schoolAccount, false);
    assertThat(status("*")).isEqualTo(409);
  }

  private List<String> walk(int limit) {
    List<String> out = new ArrayList<>();
    String path = "/family/v1/pupils/" + family.zosia + "/timeline?limit=" + limit;
    while (!path.isEmpty()) {
      JsonPath page =
          FamilyWorld.as(family.parent).get(path).then().statusCode(200).extract().jsonPath();
      assertThat(page.getList("items")).hasSizeBetween(1, limit);
      out.addAll(page.getList("items.item.what", String.class));
      path = page.getString("next");
    }
    return out;
  }

  private int status(String ifNoneMatch) {
    return FamilyWorld.as(family.parent)
        .header("If-None-Match", ifNoneMatch)
        .get("/family/v1/pupils/" + family.zosia + "/timeline")
        .statusCode();
  }

  private static String happened(String since, String what) {
    return FamilyWorld.item(UUID.randomUUID(), since, "\"what\":\"" + what + "\"");
  }
}
