/** CloudEvents 1.0 in Kafka's binary mode. */
@NullMarked
package pl.dziennik.support.kafka;

import org.jspecify.annotations.NullMarked;
