/** Tests of the pages' scripts. */
@NullMarked
package pl.dziennik.synergia.page;

import org.jspecify.annotations.NullMarked;
