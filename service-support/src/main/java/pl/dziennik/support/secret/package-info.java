/** Random secrets that are handed out once and kept only as keyed hashes. */
@NullMarked
package pl.dziennik.support.secret;

import org.jspecify.annotations.NullMarked;
