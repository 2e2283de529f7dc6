/** A link on its way to ACTIVE: its states, the login under way, what the consent page names. */
@NullMarked
package pl.dziennik.linking.link;

import org.jspecify.annotations.NullMarked;
