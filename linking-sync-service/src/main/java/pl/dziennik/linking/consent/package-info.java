/**
 * The consent: its exact text, its evidence, and a guardian's decision for account holders under
 * 16.
 */
@NullMarked
package pl.dziennik.linking.consent;

import org.jspecify.annotations.NullMarked;
