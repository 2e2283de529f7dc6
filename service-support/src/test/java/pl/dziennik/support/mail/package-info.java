@NullMarked
package pl.dziennik.support.mail;

import org.jspecify.annotations.NullMarked;
