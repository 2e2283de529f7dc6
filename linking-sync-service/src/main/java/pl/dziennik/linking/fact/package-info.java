/** What linking-sync tells the other services over Kafka. */
@NullMarked
package pl.dziennik.linking.fact;

import org.jspecify.annotations.NullMarked;
