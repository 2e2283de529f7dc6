/**
 * View documents: each the whole current state of one category for one audience and period, as
 * families read it (see docs and {@code DocumentKey}).
 */
@NullMarked
package pl.dziennik.events.document;

import org.jspecify.annotations.NullMarked;
