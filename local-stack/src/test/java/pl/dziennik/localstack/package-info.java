@NullMarked
package pl.dziennik.localstack;

import org.jspecify.annotations.NullMarked;
