/** The family's journey, step by step over public HTTP, as the tests and the demo walk it. */
@NullMarked
package pl.dziennik.systemtests.journey;

import org.jspecify.annotations.NullMarked;
