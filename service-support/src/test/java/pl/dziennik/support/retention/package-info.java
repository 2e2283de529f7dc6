@NullMarked
package pl.dziennik.support.retention;

import org.jspecify.annotations.NullMarked;
