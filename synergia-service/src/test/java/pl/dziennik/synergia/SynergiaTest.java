package pl.dziennik.synergia;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import pl.dziennik.events.Topics;
import pl.dziennik.testkit.IdentityResource;
import pl.dziennik.testkit.KafkaResource;
import pl.dziennik.testkit.PostgresResource;

/** The service on a real PostgreSQL, with tokens of the test realms. */
@QuarkusTest
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "database", value = "synergia"))
@QuarkusTestResource(IdentityResource.class)
@QuarkusTestResource(TicketKeysResource.class)
@QuarkusTestResource(
    value = KafkaResource.class,
    initArgs = @ResourceArg(name = "topics", value = Topics.DOCUMENTS))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SynergiaTest {}
