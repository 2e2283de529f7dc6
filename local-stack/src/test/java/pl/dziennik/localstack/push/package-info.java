@NullMarked
package pl.dziennik.localstack.push;

import org.jspecify.annotations.NullMarked;
