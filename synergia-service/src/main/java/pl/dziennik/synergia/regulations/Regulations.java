package pl.dziennik.synergia.regulations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import pl.dziennik.support.problem.Problem;
import pl.dziennik.synergia.audit.AuditTrail;
import pl.dziennik.synergia.regulations.RegulationsRegister.Version;

/** Publishes the school's regulations and records who accepts them. */
@ApplicationScoped
class Regulations {
  private final RegulationsRegister register;
  private final AuditTrail audit;

  Regulations(RegulationsRegister register, AuditTrail audit) {
    this.register = register;
    this.audit = audit;
  }

  @Transactional
  Version current() {
    return register.current().orElseThrow(Problem::notFound);
  }

  @Transactional
  Version publish(String text, UUID author) {
    Version version = register.publish(text, author);
    audit.record("regulations-published", "regulations", Integer.toString(version.version()));
    return version;
  }

  /** Accepts the version in force; another is refused, since its text was not what counts now. */
  @Transactional
  void accept(UUID accountId, int version) {
    if (current().version() != version) {
      throw Problem.of(409, "regulations-changed", "Another version is in force: read it first.")
          .field("version", "not the version in force");
    }
    register.accept(accountId, version);
  }
}
