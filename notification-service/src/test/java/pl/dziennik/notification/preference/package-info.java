@NullMarked
package pl.dziennik.notification.preference;

import org.jspecify.annotations.NullMarked;
