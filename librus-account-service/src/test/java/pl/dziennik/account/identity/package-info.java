@NullMarked
package pl.dziennik.account.identity;

import org.jspecify.annotations.NullMarked;
