/** Time-ordered identifiers and the clock. */
@NullMarked
package pl.dziennik.support.id;

import org.jspecify.annotations.NullMarked;
