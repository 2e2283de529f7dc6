/** Tests of the calls to Synergia. */
@NullMarked
package pl.dziennik.linking.school;

import org.jspecify.annotations.NullMarked;
