/** The demonstration: a family's way from the slip of paper to the erased copy, told aloud. */
@NullMarked
package pl.dziennik.systemtests.demo;

import org.jspecify.annotations.NullMarked;
