/** Pupils and their guardians, as the school enters them. */
@NullMarked
package pl.dziennik.synergia.people;

import org.jspecify.annotations.NullMarked;
