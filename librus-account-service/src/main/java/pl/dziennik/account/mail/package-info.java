/** Mails, written in the transaction that wants them and sent afterwards. */
@NullMarked
package pl.dziennik.account.mail;

import org.jspecify.annotations.NullMarked;
