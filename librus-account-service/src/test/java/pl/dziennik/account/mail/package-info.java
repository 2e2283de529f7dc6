@NullMarked
package pl.dziennik.account.mail;

import org.jspecify.annotations.NullMarked;
