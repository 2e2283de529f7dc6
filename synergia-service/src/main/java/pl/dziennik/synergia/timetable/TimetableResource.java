package pl.dziennik.synergia.timetable;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.teaching.SchoolDay;

/** The plan of a day: a teacher's own, or a class's for those who belong to it. */
@Path("/synergia/v1/timetable")
@Produces(MediaType.APPLICATION_JSON)
@ForAccount
public class TimetableResource {
  private final DayPlan plan;
  private final Clock clock;

  TimetableResource(DayPlan plan, Clock clock) {
    this.plan = plan;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "getTimetable", summary = "The plan of a day, mine or of a class")
  public TimetableDay day(
      @QueryParam("date") Optional<LocalDate> date, @QueryParam("classId") Optional<UUID> classId) {
    LocalDate day = SchoolDay.asked(date.orElseGet(() -> SchoolDay.today(clock)), "date");
    List<DayPlan.Line> lines =
        classId.isPresent() ? plan.ofClass(classId.get(), day) : plan.own(day);
    return new TimetableDay(day, lines.stream().map(TimetableLesson::of).toList());
  }

  /**
   * @param lessonId the lesson held, once its topic is entered
   */
  @Schema(name = "SynergiaTimetableLesson")
  public record TimetableLesson(
      UUID classId,
      String className,
      int lessonNumber,
      String startsAt,
      String endsAt,
      UUID subjectId,
      String subject,
      String teacher,
      String room,
      Optional<UUID> lessonId) {

    static TimetableLesson of(DayPlan.Line l) {
      return new TimetableLesson(
          l.classId(),
          l.className(),
          l.number(),
          l.startsAt(),
          l.endsAt(),
          l.subjectId(),
          l.subject(),
          l.teacher(),
          l.room(),
          l.held());
    }
  }

  @Schema(name = "SynergiaTimetableDay")
  public record TimetableDay(LocalDate date, List<TimetableLesson> items) {}
}
