/** Subjects, who teaches what to whom, and whose data a signed-in person may see. */
@NullMarked
package pl.dziennik.synergia.teaching;

import org.jspecify.annotations.NullMarked;
