@NullMarked
package pl.dziennik.notification.delivery;

import org.jspecify.annotations.NullMarked;
