/** Notifications on their way to people: Web Push and e-mail. */
@NullMarked
package pl.dziennik.notification.delivery;

import org.jspecify.annotations.NullMarked;
