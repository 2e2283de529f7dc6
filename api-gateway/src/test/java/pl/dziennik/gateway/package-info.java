@NullMarked
package pl.dziennik.gateway;

import org.jspecify.annotations.NullMarked;
