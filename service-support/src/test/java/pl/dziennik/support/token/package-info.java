@NullMarked
package pl.dziennik.support.token;

import org.jspecify.annotations.NullMarked;
