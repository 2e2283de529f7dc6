@NullMarked
package pl.dziennik.synergia.identity;

import org.jspecify.annotations.NullMarked;
