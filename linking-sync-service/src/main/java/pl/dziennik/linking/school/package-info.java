/** Calls to Synergia, the registers' way there, and the comparison with it. */
@NullMarked
package pl.dziennik.linking.school;

import org.jspecify.annotations.NullMarked;
