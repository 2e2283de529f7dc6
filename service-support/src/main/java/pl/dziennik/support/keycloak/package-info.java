/** Keycloak's Admin REST API, as a service account that makes users and nothing more. */
@NullMarked
package pl.dziennik.support.keycloak;

import org.jspecify.annotations.NullMarked;
