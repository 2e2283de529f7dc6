package pl.dziennik.synergia.grade;

/** What a grade stands for. Signs and symbols belong to the course of the year only. */
public enum GradeKind {
  CURRENT,
  MID_YEAR_PROPOSED,
  MID_YEAR,
  YEARLY_PROPOSED,
  YEARLY,
  FINAL;

  /** Current and mid-year grades may carry {@code +} or {@code -}; yearly and final ones none. */
  boolean allowsSigns() {
    return switch (this) {
      case CURRENT, MID_YEAR_PROPOSED, MID_YEAR -> true;
      case YEARLY_PROPOSED, YEARLY, FINAL -> false;
    };
  }

  /** Only current grades make the weighted average. */
  boolean isAveraged() {
    return this == CURRENT;
  }
}
