/** Every transaction knows its school; row-level security stands under the filter. */
@NullMarked
package pl.dziennik.synergia.tenancy;

import org.jspecify.annotations.NullMarked;
