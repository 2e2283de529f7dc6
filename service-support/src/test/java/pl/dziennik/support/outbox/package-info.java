@NullMarked
package pl.dziennik.support.outbox;

import org.jspecify.annotations.NullMarked;
