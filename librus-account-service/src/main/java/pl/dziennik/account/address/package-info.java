/** E-mail addresses: what is taken for one, and the form that is kept. */
@NullMarked
package pl.dziennik.account.address;

import org.jspecify.annotations.NullMarked;
