@NullMarked
package pl.dziennik.linking.family;

import org.jspecify.annotations.NullMarked;
