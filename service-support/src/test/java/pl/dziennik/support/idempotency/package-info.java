@NullMarked
package pl.dziennik.support.idempotency;

import org.jspecify.annotations.NullMarked;
