package pl.dziennik.synergia.lesson;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.synergia.attendance.AttendanceCode;

/**
 * Enter a lesson with its roll call.
 *
 * @param codes pupils who are not simply present
 */
record HoldLesson(
    UUID teacher,
    UUID classId,
    UUID subjectId,
    LocalDate date,
    int number,
    String topic,
    Map<UUID, AttendanceCode> codes) {}
