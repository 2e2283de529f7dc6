/** Documents on their way from Kafka into the copy. */
@NullMarked
package pl.dziennik.linking.intake;

import org.jspecify.annotations.NullMarked;
