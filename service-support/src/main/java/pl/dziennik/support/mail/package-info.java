/** Mails written in the transaction that wants them, and sent by a job. Table {@code mails}. */
@NullMarked
package pl.dziennik.support.mail;

import org.jspecify.annotations.NullMarked;
