package pl.dziennik.account;

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

/** The service on a real PostgreSQL and a real broker, with tokens of the test realms. */
@QuarkusTest
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "database", value = "librus_account"))
@QuarkusTestResource(
    value = KafkaResource.class,
    initArgs =
        @ResourceArg(
            name = "topics",
            value =
                Topics.ACCOUNT_FACTS
                    + ","
                    + Topics.LINKING_FACTS
                    + ","
                    + Topics.LINKING_FACTS
                    + DeadLetters.SUFFIX))
@QuarkusTestResource(IdentityResource.class)
@QuarkusTestResource(StubLinking.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AccountTest {}
