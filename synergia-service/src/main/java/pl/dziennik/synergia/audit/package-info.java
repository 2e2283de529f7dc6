/** Who changed what: both values and the author. */
@NullMarked
package pl.dziennik.synergia.audit;

import org.jspecify.annotations.NullMarked;
