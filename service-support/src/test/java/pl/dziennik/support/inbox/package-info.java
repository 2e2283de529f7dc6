@NullMarked
package pl.dziennik.support.inbox;

import org.jspecify.annotations.NullMarked;
