@NullMarked
package pl.dziennik.account;

import org.jspecify.annotations.NullMarked;
