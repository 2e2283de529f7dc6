/** Nobody overwrites a state that they have not read. */
@NullMarked
package pl.dziennik.synergia.revision;

import org.jspecify.annotations.NullMarked;
