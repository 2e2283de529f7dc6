/** Transactional outbox to Kafka: order per key, removed after the broker's acknowledgement. */
@NullMarked
package pl.dziennik.support.outbox;

import org.jspecify.annotations.NullMarked;
