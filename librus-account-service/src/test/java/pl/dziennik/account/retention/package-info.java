@NullMarked
package pl.dziennik.account.retention;

import org.jspecify.annotations.NullMarked;
