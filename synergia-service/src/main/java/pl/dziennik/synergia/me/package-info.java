/** What a signed-in person sees of themselves. */
@NullMarked
package pl.dziennik.synergia.me;

import org.jspecify.annotations.NullMarked;
