/** Refusals as RFC 9457 problem documents with a stable code. */
@NullMarked
package pl.dziennik.support.problem;

import org.jspecify.annotations.NullMarked;
