/** Which language somebody without a sign-in reads. */
@NullMarked
package pl.dziennik.account.language;

import org.jspecify.annotations.NullMarked;
