package pl.dziennik.synctests;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can happen in a history. */
enum Step {
  GRADE,
  ABSENCE,
  CORRECT,
  TIMETABLE,
  DELAYED,
  DUE_JOB,
  MOVE,
  BLOCK,
  ENABLE,
  LINK_MOTHER,
  LINK_FATHER,
  LINK_ONCE,
  WITHDRAW,
  REGISTERS,
  SCHOOL_DOWN,
  SCHOOL_UP,
  RELAY,
  RENDER_ONLY,
  ADVANCE_LATE,
  RELAY_CRASH,
  DELIVER,
  DELIVER_TWICE,
  RECONCILE,
  LOSE,
  LOSE_ROW,
  LOSE_TIMELINE,
  BACK_UP_SCHOOL,
  RESTORE_SCHOOL,
  BACK_UP_COPY,
  RESTORE_COPY;

  private static final Set<Step> LOSSES = EnumSet.of(LOSE, LOSE_ROW, LOSE_TIMELINE);
  private static final Set<Step> RESTORES = EnumSet.range(BACK_UP_SCHOOL, RESTORE_COPY);

  /** After which a link may need a scope that others have needed before. */
  private static final Set<Step> SCOPES_CHANGE =
      EnumSet.of(MOVE, BLOCK, ENABLE, LINK_MOTHER, LINK_FATHER);

  /**
   * @param kind 0: one link, whose scopes change by consent and withdrawal alone, and no faults; 1:
   *     no faults; 2: losses; 3: losses and restores
   */
  static List<Step> of(int kind) {
    List<Step> out = new ArrayList<>(List.of(values()));
    if (kind < 3) {
      out.removeAll(RESTORES);
    }
    if (kind < 2) {
      out.removeAll(LOSSES);
    }
    if (kind < 1) {
      out.removeAll(SCOPES_CHANGE);
      out.addAll(List.of(GRADE, ABSENCE, DELAYED, LINK_ONCE));
    }
    // Things move more often than they break.
    out.addAll(List.of(RELAY, REGISTERS, DELIVER, DELIVER, DELIVER));
    return out;
  }

  /** Something is lost or restored: repairs are what reconciliation is for. */
  boolean isFault() {
    return LOSSES.contains(this) || RESTORES.contains(this);
  }

  boolean changesScopes() {
    return SCOPES_CHANGE.contains(this);
  }
}
