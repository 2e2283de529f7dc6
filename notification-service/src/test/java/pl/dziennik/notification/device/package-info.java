@NullMarked
package pl.dziennik.notification.device;

import org.jspecify.annotations.NullMarked;
