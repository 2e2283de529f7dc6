@NullMarked
package pl.dziennik.events.document;

import org.jspecify.annotations.NullMarked;
