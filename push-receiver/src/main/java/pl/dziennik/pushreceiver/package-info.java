/** A stand-in for a push service and for the browser behind it. */
@NullMarked
package pl.dziennik.pushreceiver;

import org.jspecify.annotations.NullMarked;
