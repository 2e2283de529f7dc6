package pl.dziennik.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The house rules of CONTRIBUTING.md that a machine can check; one test a service includes them.
 */
public final class HouseRules {
  private static final int MAX_CONSTRUCTOR_PARAMETERS = 6;
  private static final Set<String> ACCESS =
      Set.of("PermitAll", "PersonOnly", "ServiceOnly", "ForAccount", "ForOperator");

  private static final String SCHEDULED = "io.quarkus.scheduler.Scheduled";

  private HouseRules() {}

  @ArchTest static final ArchRule standardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule logging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule constructorInjection =
      NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);

  @ArchTest
  static final ArchRule speakingNames =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)")
          .orShould()
          .haveNameMatching(".*\\.Abstract[A-Z].*")
          .orShould()
          .resideInAnyPackage("..util..", "..common..", "..helper..", "..controller..");

  @ArchTest
  static final ArchRule noSleep =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", Duration.class)
          .orShould()
          .callMethod(TimeUnit.class, "sleep", long.class);

  @ArchTest
  static final ArchRule timeFromAClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule entitiesStayInside =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Response")
          .or()
          .haveSimpleNameEndingWith("Request")
          .should()
          .beAnnotatedWith("jakarta.persistence.Entity")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule fewConstructorParameters =
      classes()
          .that(
              DescribedPredicate.describe(
                  "are not records", (JavaClass c) -> !c.isRecord() && !c.isEnum()))
          .should(haveShortConstructors());

  @ArchTest
  static final ArchRule featuresWithoutCycles =
      slices().matching("pl.dziennik.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  /** An operation that says nothing is open to every signed-in person, and nobody chose that. */
  @ArchTest
  static final ArchRule everyOperationSaysWhomItIsFor =
      methods()
          .that()
          .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
          .should()
          .beAnnotatedWith(saysWhomItIsFor())
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(saysWhomItIsFor())
          .allowEmptyShould(true);

  /**
   * What is promised to be forgotten is forgotten in every deployment: a job with an identity can
   * be paused by tests, so it needs no setting that could switch it off.
   */
  @ArchTest
  static final ArchRule namedJobsCannotBeSwitchedOff =
      methods()
          .that()
          .areAnnotatedWith(SCHEDULED)
          .should(runAtFixedIntervals())
          .allowEmptyShould(true);

  private static DescribedPredicate<JavaAnnotation<?>> saysWhomItIsFor() {
    return DescribedPredicate.describe(
        "one of " + ACCESS, a -> ACCESS.contains(a.getRawType().getSimpleName()));
  }

  private static ArchCondition<JavaMethod> runAtFixedIntervals() {
    return new ArchCondition<>("run at fixed intervals if they have an identity") {
      @Override
      public void check(JavaMethod item, ConditionEvents events) {
        JavaAnnotation<JavaMethod> schedule = item.getAnnotationOfType(SCHEDULED);
        boolean isNamed = !said(schedule, "identity").isEmpty();
        if (isNamed && said(schedule, "every").contains("{")) {
          events.add(SimpleConditionEvent.violated(item, item.getFullName() + " is configurable"));
        }
      }
    };
  }

  private static String said(JavaAnnotation<?> annotation, String property) {
    return annotation.get(property).map(Object::toString).orElse("");
  }

  private static ArchCondition<JavaClass> haveShortConstructors() {
    return new ArchCondition<>("have at most six constructor parameters") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaConstructor c : item.getConstructors()) {
          if (c.getRawParameterTypes().size() > MAX_CONSTRUCTOR_PARAMETERS
              && !item.isAnonymousClass()
              && !item.getSimpleName().endsWith("_ClientProxy")) {
            events.add(SimpleConditionEvent.violated(c, c.getFullName() + " has too many"));
          }
        }
      }
    };
  }
}
