/** Plain JDBC statements over a connection that the caller opened, in our own types. */
@NullMarked
package pl.dziennik.support.sql;

import org.jspecify.annotations.NullMarked;
