package pl.dziennik.linking;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import pl.dziennik.events.Topics;
import pl.dziennik.support.kafka.DeadLetters;
import pl.dziennik.testkit.IdentityResource;
import pl.dziennik.testkit.KafkaResource;
import pl.dziennik.testkit.PostgresResource;

/** The service on a real PostgreSQL and a real broker. */
@QuarkusTest
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "database", value = "linking_sync"))
@QuarkusTestResource(
    value = KafkaResource.class,
    initArgs =
        @ResourceArg(
            name = "topics",
            value =
                Topics.DOCUMENTS
                    + ","
                    + Topics.DOCUMENTS
                    + DeadLetters.SUFFIX
                    + ","
                    + Topics.LINKING_FACTS
                    + ","
                    + Topics.ACCOUNT_FACTS
                    + ","
                    + Topics.ACCOUNT_FACTS
                    + DeadLetters.SUFFIX
                    + ","
                    + Topics.NOTIFICATION_FACTS
                    + ","
                    + Topics.NOTIFICATION_FACTS
                    + DeadLetters.SUFFIX))
@QuarkusTestResource(IdentityResource.class)
@QuarkusTestResource(StubSynergia.class)
@QuarkusTestResource(StubExports.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LinkingTest {}
