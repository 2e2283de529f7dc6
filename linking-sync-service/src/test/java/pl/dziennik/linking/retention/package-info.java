@NullMarked
package pl.dziennik.linking.retention;

import org.jspecify.annotations.NullMarked;
