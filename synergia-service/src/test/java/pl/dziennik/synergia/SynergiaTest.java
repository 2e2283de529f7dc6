package pl.dziennik.synergia;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import pl.dziennik.testkit.IdentityResource;
import pl.dziennik.testkit.PostgresResource;

/** The service on a real PostgreSQL, with tokens of the test realms. */
@QuarkusTest
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "database", value = "synergia"))
@QuarkusTestResource(IdentityResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SynergiaTest {}
