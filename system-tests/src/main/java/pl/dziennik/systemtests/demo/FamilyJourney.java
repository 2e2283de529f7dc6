package pl.dziennik.systemtests.demo;

import com.fasterxml.jackson.databind.JsonNode;
import pl.dziennik.systemtests.client.Api;
import pl.dziennik.systemtests.journey.Places;

/** A family's whole way, over public HTTP only, the mailbox and the phone beside it. */
public final class FamilyJourney {
  private final Places places;
  private final Story story;

  public FamilyJourney(Places places, Story story) {
    this.places = places;
    this.story = story;
  }

  /**
   * Walks it to the end; fails loudly where a step does.
   *
   * @param operator founds the school
   */
  public void walk(Api operator) {
    SchoolChapter.Told school = new SchoolChapter(places, story).tell(operator);
    AccountChapter.Told account = new AccountChapter(places, story).tell(school.guardianLogin());
    JsonNode link =
        new LinkChapter(story)
            .tell(account.app(), account.holder(), school.guardianLogin(), school.pupil());
    new GradeChapter(places, story)
        .tell(account.app(), account.holder().email(), school.teacher(), school.pupil());
    new EndChapter(story).tell(account.app(), link, school.guardian(), school.pupil());
    story.tell("Koniec. Wszystko zadziałało.");
  }
}
