@NullMarked
package pl.dziennik.support.paging;

import org.jspecify.annotations.NullMarked;
