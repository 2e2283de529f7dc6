/** Devices, preferences, the inbox, and the delivery of news by push and e-mail. */
@NullMarked
package pl.dziennik.notification;

import org.jspecify.annotations.NullMarked;
