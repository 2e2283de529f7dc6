/** Tests of the sync core that need no container. */
@NullMarked
package pl.dziennik.synergia.sync;

import org.jspecify.annotations.NullMarked;
