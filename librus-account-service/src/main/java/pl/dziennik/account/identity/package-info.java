/** The identity provider that keeps the passwords. */
@NullMarked
package pl.dziennik.account.identity;

import org.jspecify.annotations.NullMarked;
