/**
 * What every service's OpenAPI document has in common: problem answers, prefixed schema names,
 * examples; and nothing of the calls between services.
 */
@NullMarked
package pl.dziennik.support.openapi;

import org.jspecify.annotations.NullMarked;
