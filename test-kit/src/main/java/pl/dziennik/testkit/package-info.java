/**
 * Real PostgreSQL and Kafka inside the test JVM, token minting, architecture rules and seeded
 * histories. Test scope only.
 */
@NullMarked
package pl.dziennik.testkit;

import org.jspecify.annotations.NullMarked;
