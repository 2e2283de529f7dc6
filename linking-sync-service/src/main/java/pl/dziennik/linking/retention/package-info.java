/** What has served its time is deleted. */
@NullMarked
package pl.dziennik.linking.retention;

import org.jspecify.annotations.NullMarked;
