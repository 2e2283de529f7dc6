/**
 * Both halves of the sync on two real databases, joined by a bus that delays, doubles and loses.
 */
@NullMarked
package pl.dziennik.synctests;

import org.jspecify.annotations.NullMarked;
