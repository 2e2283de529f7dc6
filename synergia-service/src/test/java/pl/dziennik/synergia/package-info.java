@NullMarked
package pl.dziennik.synergia;

import org.jspecify.annotations.NullMarked;
