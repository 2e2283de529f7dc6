/** Facts in from Kafka, and the answer to an ended link out to it. */
@NullMarked
package pl.dziennik.notification.fact;

import org.jspecify.annotations.NullMarked;
