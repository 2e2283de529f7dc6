package pl.dziennik.synergia.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;

/** Hibernate's filter. There is no default: Hibernate would store rows under it, silently. */
@PersistenceUnitExtension
@RequestScoped
public class SchoolTenantResolver implements TenantResolver {
  private final CurrentSchool school;

  SchoolTenantResolver(CurrentSchool school) {
    this.school = school;
  }

  @Override
  public String getDefaultTenantId() {
    throw new IllegalStateException("there is no default school");
  }

  @Override
  public String resolveTenantId() {
    return school.id().toString();
  }
}
