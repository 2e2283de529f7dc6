package pl.dziennik.linking.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;
import pl.dziennik.linking.consent.Consents.AgreedText;

/**
 * What a guardian may read: the text that the holder agreed to, to the letter, or the same version
 * of it in another language. The holder may have chosen one that the guardian does not read.
 */
@ApplicationScoped
class GuardianTexts {
  private final ConsentTexts texts;

  GuardianTexts(ConsentTexts texts) {
    this.texts = texts;
  }

  /** The text in that language; what the holder agreed to where there is none in it. */
  AgreedText in(Optional<String> language, AgreedText agreed) {
    return readable(agreed)
        .filter(t -> language.filter(t.language()::equals).isPresent())
        .findFirst()
        .orElse(agreed);
  }

  /** The text that a guardian says was shown; one that could not have been is refused. */
  AgreedText shown(String sha256, AgreedText agreed) {
    return readable(agreed)
        .filter(t -> t.sha256().equals(sha256))
        .findFirst()
        .orElseThrow(() -> ConsentTexts.notCurrent("sha256"));
  }

  private Stream<AgreedText> readable(AgreedText agreed) {
    Stream<AgreedText> translations =
        texts
            .versions(agreed.id(), agreed.version())
            .filter(t -> !t.language().equals(agreed.language()))
            .map(AgreedText::of);
    return Stream.concat(Stream.of(agreed), translations);
  }
}
