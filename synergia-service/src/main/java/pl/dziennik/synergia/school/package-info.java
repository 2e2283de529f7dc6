/** Schools, school years and classes. */
@NullMarked
package pl.dziennik.synergia.school;

import org.jspecify.annotations.NullMarked;
