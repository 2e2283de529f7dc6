/** From an address that somebody typed to an account that its owner has confirmed. */
@NullMarked
package pl.dziennik.account.registration;

import org.jspecify.annotations.NullMarked;
