/** What linking-sync asks of the school: grant tickets, the two registers, lists to compare. */
@NullMarked
package pl.dziennik.synergia.linking;

import org.jspecify.annotations.NullMarked;
