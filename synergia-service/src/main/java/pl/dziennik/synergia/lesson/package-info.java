/** Lessons held: the topic and the roll call in one go. */
@NullMarked
package pl.dziennik.synergia.lesson;

import org.jspecify.annotations.NullMarked;
