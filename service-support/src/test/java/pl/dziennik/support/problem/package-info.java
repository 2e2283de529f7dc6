@NullMarked
package pl.dziennik.support.problem;

import org.jspecify.annotations.NullMarked;
