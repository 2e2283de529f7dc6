/** What was noted of each pupil in a lesson, and the document that families read. */
@NullMarked
package pl.dziennik.synergia.attendance;

import org.jspecify.annotations.NullMarked;
