/**
 * The one public origin: an explicit table of routes, a token check for all that is not public,
 * limits, and nothing of the callers' forwarding headers.
 */
@NullMarked
package pl.dziennik.gateway;

import org.jspecify.annotations.NullMarked;
