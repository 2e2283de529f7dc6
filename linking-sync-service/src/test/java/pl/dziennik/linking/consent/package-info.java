/** Tests of the consent's texts. */
@NullMarked
package pl.dziennik.linking.consent;

import org.jspecify.annotations.NullMarked;
