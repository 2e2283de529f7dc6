@NullMarked
package pl.dziennik.systemtests;

import org.jspecify.annotations.NullMarked;
