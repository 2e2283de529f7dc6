/** What is known of accounts, add-ons and links, kept from the facts of other services. */
@NullMarked
package pl.dziennik.notification.register;

import org.jspecify.annotations.NullMarked;
