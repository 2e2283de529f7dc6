/** Who is let in: an account row in the school of the token, its roles, the regulations gate. */
@NullMarked
package pl.dziennik.synergia.access;

import org.jspecify.annotations.NullMarked;
