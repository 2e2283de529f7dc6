@NullMarked
package pl.dziennik.testkit.page;

import org.jspecify.annotations.NullMarked;
