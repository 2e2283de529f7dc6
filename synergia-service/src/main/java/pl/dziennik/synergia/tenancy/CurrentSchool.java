package pl.dziennik.synergia.tenancy;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** The school that this request or job works for. Set once, at the edge, never guessed. */
@RequestScoped
public class CurrentSchool {
  private Optional<UUID> school = Optional.empty();

  /** Names the school; the edge has checked that the caller belongs there. */
  public void enter(UUID id) {
    if (school.isPresent() && !school.get().equals(id)) {
      throw new IllegalStateException("a request works for one school");
    }
    school = Optional.of(id);
  }

  public Optional<UUID> known() {
    return school;
  }

  /**
   * The school's id.
   *
   * @throws IllegalStateException when nobody has named a school: a mistake of ours
   */
  public UUID id() {
    return school.orElseThrow(() -> new IllegalStateException("no school is known here"));
  }
}
