@NullMarked
package pl.dziennik.notification;

import org.jspecify.annotations.NullMarked;
