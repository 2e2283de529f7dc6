package pl.dziennik.linking.family;

import java.util.function.BiConsumer;

/** The answer around documents: whose they are, whether they are all, and each as it came. */
final class Envelope {
  private Envelope() {}

  static byte[] of(FoundDocuments found, String list) {
    return of(found, list, (json, d) -> json.members(d.content()));
  }

  /** Timetables say of which class each week is, and have the days that were asked for. */
  static byte[] ofWeeks(FoundDocuments found, DayRange range) {
    return of(
        found,
        "weeks",
        (json, d) -> json.text("classId", d.audience().id()).members(WeekCut.of(d, range)));
  }

  private static byte[] of(
      FoundDocuments found, String list, BiConsumer<JsonBytes, StoredDocument> content) {
    JsonBytes json =
        new JsonBytes()
            .openObject()
            .text("pupilId", found.pupil())
            .text("linkId", found.link().id())
            .flag("complete", found.isComplete())
            .openList(list);
    for (StoredDocument document : found.documents()) {
      json.openObject().text("period", document.period());
      content.accept(json, document);
      json.closeObject();
    }
    return json.closeList().closeObject().bytes();
  }
}
