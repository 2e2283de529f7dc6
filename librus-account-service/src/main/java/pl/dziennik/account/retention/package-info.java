/** What has served its time is deleted. */
@NullMarked
package pl.dziennik.account.retention;

import org.jspecify.annotations.NullMarked;
