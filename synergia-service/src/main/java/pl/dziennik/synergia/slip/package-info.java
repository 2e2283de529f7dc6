/** The access slip that a family gets on paper. */
@NullMarked
package pl.dziennik.synergia.slip;

import org.jspecify.annotations.NullMarked;
