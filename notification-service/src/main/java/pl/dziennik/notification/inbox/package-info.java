/** The notifications of an account, as it reads them. */
@NullMarked
package pl.dziennik.notification.inbox;

import org.jspecify.annotations.NullMarked;
