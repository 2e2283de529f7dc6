/** One trace id over HTTP and Kafka hops. */
@NullMarked
package pl.dziennik.support.trace;

import org.jspecify.annotations.NullMarked;
