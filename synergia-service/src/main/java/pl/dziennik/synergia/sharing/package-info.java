/** What a school withholds from the copies of consumer accounts. */
@NullMarked
package pl.dziennik.synergia.sharing;

import org.jspecify.annotations.NullMarked;
