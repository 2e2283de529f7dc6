/** A person's means: HTTP through the gateway, a browser on Keycloak's pages, a mailbox. */
@NullMarked
package pl.dziennik.systemtests.client;

import org.jspecify.annotations.NullMarked;
