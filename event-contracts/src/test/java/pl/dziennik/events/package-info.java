@NullMarked
package pl.dziennik.events;

import org.jspecify.annotations.NullMarked;
