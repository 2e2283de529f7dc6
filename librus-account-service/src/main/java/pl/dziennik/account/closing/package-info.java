/** An account ends: nothing of the person stays. */
@NullMarked
package pl.dziennik.account.closing;

import org.jspecify.annotations.NullMarked;
