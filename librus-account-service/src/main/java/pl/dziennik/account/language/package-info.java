/** The languages that there are, and which one somebody without a sign-in reads. */
@NullMarked
package pl.dziennik.account.language;

import org.jspecify.annotations.NullMarked;
