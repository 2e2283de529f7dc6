/** Linking as its user goes through it: begin, log in at the school, consent, withdraw. */
@NullMarked
package pl.dziennik.linking.flow;

import org.jspecify.annotations.NullMarked;
