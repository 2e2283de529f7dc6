@NullMarked
package pl.dziennik.account.offer;

import org.jspecify.annotations.NullMarked;
