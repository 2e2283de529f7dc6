/**
 * The published language: discrete facts that services tell each other over Kafka, topic names and
 * the JSON in which they travel. Unknown fields and unknown types are tolerated by readers.
 */
@NullMarked
package pl.dziennik.events;

import org.jspecify.annotations.NullMarked;
