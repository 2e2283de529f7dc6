/** Proof of work instead of a robot check by a third party. */
@NullMarked
package pl.dziennik.account.challenge;

import org.jspecify.annotations.NullMarked;
