/** Pages for people: the address on the slip leads here. */
@NullMarked
package pl.dziennik.synergia.page;

import org.jspecify.annotations.NullMarked;
