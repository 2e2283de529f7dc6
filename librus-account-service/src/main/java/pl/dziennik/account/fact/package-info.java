/** What this service tells the others over Kafka. */
@NullMarked
package pl.dziennik.account.fact;

import org.jspecify.annotations.NullMarked;
