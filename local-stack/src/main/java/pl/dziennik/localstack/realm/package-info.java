/** Keycloak's realms, applied by comparison: what differs is changed, the rest is left alone. */
@NullMarked
package pl.dziennik.localstack.realm;

import org.jspecify.annotations.NullMarked;
