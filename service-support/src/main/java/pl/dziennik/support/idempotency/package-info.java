/** Idempotency-Key for POSTs that create. */
@NullMarked
package pl.dziennik.support.idempotency;

import org.jspecify.annotations.NullMarked;
