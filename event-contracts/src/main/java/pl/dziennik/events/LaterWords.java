package pl.dziennik.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Iterator;

/** Words that a later version may have added to a list of ours; what is no word is left to fail. */
final class LaterWords {
  private LaterWords() {}

  static boolean isUnknown(JsonNode word, Class<? extends Enum<?>> ours) {
    return word.isTextual()
        && !word.asText().isEmpty()
        && Arrays.stream(ours.getEnumConstants()).noneMatch(o -> o.name().equals(word.asText()));
  }

  /** Takes the elements out whose field holds such a word. */
  static void removeUnknown(JsonNode elements, String field, Class<? extends Enum<?>> ours) {
    for (Iterator<JsonNode> each = elements.elements(); each.hasNext(); ) {
      if (isUnknown(each.next().path(field), ours)) {
        each.remove();
      }
    }
  }
}
