/** Measurements of a running platform, each against a limit that is measured in the same run. */
@NullMarked
package pl.dziennik.benchmarks;

import org.jspecify.annotations.NullMarked;
