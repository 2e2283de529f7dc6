/** What an account wants to hear of, by which way, and when not. */
@NullMarked
package pl.dziennik.notification.preference;

import org.jspecify.annotations.NullMarked;
