/** Plain statements over the connection of the transaction, in use cases and in renderers. */
@NullMarked
package pl.dziennik.synergia.sql;

import org.jspecify.annotations.NullMarked;
