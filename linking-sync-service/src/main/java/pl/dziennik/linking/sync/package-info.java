/**
 * The receiving half of the sync: scopes, documents, timeline, registers and their repair. Plain
 * JDBC, every step in the caller's transaction.
 */
@NullMarked
package pl.dziennik.linking.sync;

import org.jspecify.annotations.NullMarked;
