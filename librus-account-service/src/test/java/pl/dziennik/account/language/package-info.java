/** Tests of the choice of a language. */
@NullMarked
package pl.dziennik.account.language;

import org.jspecify.annotations.NullMarked;
