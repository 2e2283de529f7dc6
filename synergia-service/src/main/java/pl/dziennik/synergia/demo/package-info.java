/** A school of about 300 pupils, always the same, for trying the platform out. */
@NullMarked
package pl.dziennik.synergia.demo;

import org.jspecify.annotations.NullMarked;
