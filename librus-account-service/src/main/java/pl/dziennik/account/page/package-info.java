/** The small pages behind the links in mails; opening one changes nothing. */
@NullMarked
package pl.dziennik.account.page;

import org.jspecify.annotations.NullMarked;
