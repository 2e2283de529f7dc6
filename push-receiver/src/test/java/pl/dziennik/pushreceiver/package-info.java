@NullMarked
package pl.dziennik.pushreceiver;

import org.jspecify.annotations.NullMarked;
