/** What a signed-in person sees of their own account. */
@NullMarked
package pl.dziennik.account.own;

import org.jspecify.annotations.NullMarked;
