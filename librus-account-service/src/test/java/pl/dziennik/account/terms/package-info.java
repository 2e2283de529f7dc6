@NullMarked
package pl.dziennik.account.terms;

import org.jspecify.annotations.NullMarked;
