@NullMarked
package pl.dziennik.account.addon;

import org.jspecify.annotations.NullMarked;
