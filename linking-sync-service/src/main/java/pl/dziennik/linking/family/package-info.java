/**
 * What families read of the copy. Every read starts from a link of the calling account and that
 * link's own ACCESS document; that a copy exists for another link gives no right.
 */
@NullMarked
package pl.dziennik.linking.family;

import org.jspecify.annotations.NullMarked;
