package pl.dziennik.events.document;

/** Kinds of view documents. Stored as text; a reader skips the ones it does not know. */
public enum Category {
  /** What a Synergia account may see: enabled, pupils, classes, blocked categories. */
  ACCESS,
  PROFILE,
  GRADES,
  ATTENDANCE,
  TIMETABLE,
  CALENDAR,
  HOMEWORK,
  ANNOUNCEMENTS,
  NOTES,
  BEHAVIOUR,
  LUCKY_NUMBER,
  MESSAGES
}
