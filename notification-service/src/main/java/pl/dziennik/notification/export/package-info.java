/** Everything held about an account, for the export that its holder asks for. */
@NullMarked
package pl.dziennik.notification.export;

import org.jspecify.annotations.NullMarked;
