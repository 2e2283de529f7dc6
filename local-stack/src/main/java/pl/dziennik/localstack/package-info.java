/**
 * The embedded default: PostgreSQL, Kafka, a mailbox, Keycloak and the services on one machine,
 * under one supervisor.
 */
@NullMarked
package pl.dziennik.localstack;

import org.jspecify.annotations.NullMarked;
