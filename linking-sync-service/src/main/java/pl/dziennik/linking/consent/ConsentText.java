package pl.dziennik.linking.consent;

import java.util.List;

/**
 * One version of the information and consent of linking; what a person agreed to is this text to
 * the letter.
 *
 * @param sha256 of the text's UTF-8 bytes, hex
 * @param controllers who processes the data
 */
public record ConsentText(
    String textId,
    String version,
    String language,
    String text,
    String sha256,
    List<String> controllers,
    List<String> purposes,
    String withdrawalMethod) {

  public ConsentText {
    controllers = List.copyOf(controllers);
    purposes = List.copyOf(purposes);
  }
}
