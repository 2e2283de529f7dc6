/** The identity provider that keeps the passwords. */
@NullMarked
package pl.dziennik.synergia.identity;

import org.jspecify.annotations.NullMarked;
