/** Offers of the shop for account holders. */
@NullMarked
package pl.dziennik.account.offer;

import org.jspecify.annotations.NullMarked;
