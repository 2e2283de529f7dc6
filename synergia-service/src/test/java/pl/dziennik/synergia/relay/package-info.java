/** Tests of the relay. */
@NullMarked
package pl.dziennik.synergia.relay;

import org.jspecify.annotations.NullMarked;
