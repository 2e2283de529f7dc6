/** The consumer's links to schools and the copy that they open. */
@NullMarked
package pl.dziennik.linking;

import org.jspecify.annotations.NullMarked;
