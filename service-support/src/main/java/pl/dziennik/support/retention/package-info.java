/** What has served its time is deleted. */
@NullMarked
package pl.dziennik.support.retention;

import org.jspecify.annotations.NullMarked;
