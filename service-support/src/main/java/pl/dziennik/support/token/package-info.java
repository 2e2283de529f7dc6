/** What every service checks of a token besides signature, issuer and audience, and who calls. */
@NullMarked
package pl.dziennik.support.token;

import org.jspecify.annotations.NullMarked;
