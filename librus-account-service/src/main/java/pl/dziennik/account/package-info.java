/** The consumer's LIBRUS Account: free, the login is an e-mail address. */
@NullMarked
package pl.dziennik.account;

import org.jspecify.annotations.NullMarked;
