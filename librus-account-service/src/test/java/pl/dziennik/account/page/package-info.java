@NullMarked
package pl.dziennik.account.page;

import org.jspecify.annotations.NullMarked;
