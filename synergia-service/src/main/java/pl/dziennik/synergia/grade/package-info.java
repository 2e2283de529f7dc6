/** Grades: posting, correction, withdrawal, averages, and the document that families read. */
@NullMarked
package pl.dziennik.synergia.grade;

import org.jspecify.annotations.NullMarked;
