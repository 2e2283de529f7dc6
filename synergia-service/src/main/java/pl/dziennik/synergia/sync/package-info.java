/** View documents: versions raised by writers, rendered for the relay. */
@NullMarked
package pl.dziennik.synergia.sync;

import org.jspecify.annotations.NullMarked;
