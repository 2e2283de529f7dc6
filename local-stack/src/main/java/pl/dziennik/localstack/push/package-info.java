/** A stand-in for a push service and for the browser behind it. */
@NullMarked
package pl.dziennik.localstack.push;

import org.jspecify.annotations.NullMarked;
