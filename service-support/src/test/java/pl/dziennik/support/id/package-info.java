@NullMarked
package pl.dziennik.support.id;

import org.jspecify.annotations.NullMarked;
