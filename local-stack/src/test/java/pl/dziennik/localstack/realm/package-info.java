@NullMarked
package pl.dziennik.localstack.realm;

import org.jspecify.annotations.NullMarked;
