/** Texts for people in the three languages: what every service's texts are checked for. */
@NullMarked
package pl.dziennik.testkit.language;

import org.jspecify.annotations.NullMarked;
