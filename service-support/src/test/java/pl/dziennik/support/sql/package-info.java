@NullMarked
package pl.dziennik.support.sql;

import org.jspecify.annotations.NullMarked;
