/** Tests of preconditions. */
@NullMarked
package pl.dziennik.synergia.revision;

import org.jspecify.annotations.NullMarked;
