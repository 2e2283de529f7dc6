@NullMarked
package pl.dziennik.linking.mail;

import org.jspecify.annotations.NullMarked;
