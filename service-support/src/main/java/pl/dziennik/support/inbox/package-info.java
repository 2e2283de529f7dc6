/** Effects that happen once, and keys that wait for an operator. */
@NullMarked
package pl.dziennik.support.inbox;

import org.jspecify.annotations.NullMarked;
