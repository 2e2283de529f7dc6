/** What librus-account-service tells of consumer accounts. */
@NullMarked
package pl.dziennik.linking.account;

import org.jspecify.annotations.NullMarked;
