/**
 * As much of a browser as it takes to run the scripts of the services' pages as they are served.
 */
@NullMarked
package pl.dziennik.testkit.page;

import org.jspecify.annotations.NullMarked;
