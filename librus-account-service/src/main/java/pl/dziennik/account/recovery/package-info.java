/** A forgotten password. */
@NullMarked
package pl.dziennik.account.recovery;

import org.jspecify.annotations.NullMarked;
