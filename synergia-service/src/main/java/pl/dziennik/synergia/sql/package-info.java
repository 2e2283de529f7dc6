/** Statements over the connection of the current transaction. */
@NullMarked
package pl.dziennik.synergia.sql;

import org.jspecify.annotations.NullMarked;
