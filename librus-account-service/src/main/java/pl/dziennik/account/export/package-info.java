/** Everything that this service holds about one account. */
@NullMarked
package pl.dziennik.account.export;

import org.jspecify.annotations.NullMarked;
