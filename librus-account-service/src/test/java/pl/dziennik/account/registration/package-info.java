@NullMarked
package pl.dziennik.account.registration;

import org.jspecify.annotations.NullMarked;
