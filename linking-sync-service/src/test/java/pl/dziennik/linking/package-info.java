@NullMarked
package pl.dziennik.linking;

import org.jspecify.annotations.NullMarked;
