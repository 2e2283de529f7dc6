package pl.dziennik.linking.link;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import pl.dziennik.events.document.Category;

/**
 * What Synergia named when the person signed in: whom the consent is about. Kept until the
 * decision.
 *
 * @param login of the school account, numeric
 * @param displayName of the person it belongs to
 * @param categories that the school shares
 */
public record LinkOffer(
    String schoolName,
    String login,
    String displayName,
    List<OfferedPupil> pupils,
    Set<Category> categories) {

  public LinkOffer {
    pupils = List.copyOf(pupils);
    categories = Set.copyOf(categories);
  }

  public record OfferedPupil(UUID id, String firstName, String lastName, String className) {}
}
