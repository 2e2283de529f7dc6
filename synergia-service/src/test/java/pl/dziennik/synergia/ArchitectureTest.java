package pl.dziennik.synergia;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import pl.dziennik.support.token.ServiceOnly;
import pl.dziennik.synergia.access.ForAccount;
import pl.dziennik.synergia.access.ForOperator;
import pl.dziennik.testkit.HouseRules;

@AnalyzeClasses(
    packages = "pl.dziennik.synergia",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

  /** A person is not enough here: rights are rows, whatever else the operation says. */
  @ArchTest
  static final ArchRule everyOperationForPersonsNeedsARow =
      ArchRuleDefinition.methods()
          .that()
          .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
          .should()
          .beAnnotatedWith(ForAccount.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(ForAccount.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(ForOperator.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(ServiceOnly.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith("jakarta.annotation.security.PermitAll");
}
