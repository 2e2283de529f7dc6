/** Moves dirty view documents of live scopes to Kafka. */
@NullMarked
package pl.dziennik.synergia.relay;

import org.jspecify.annotations.NullMarked;
