/** The plan of the week, edited by the administrator, resolved to days. */
@NullMarked
package pl.dziennik.synergia.timetable;

import org.jspecify.annotations.NullMarked;
