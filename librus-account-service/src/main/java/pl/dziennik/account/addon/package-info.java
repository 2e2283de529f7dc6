/**
 * Mobilne dodatki: trials, what an account is entitled to, and which pupils our accounts still have
 * links to. Without such a link a pupil's id is not kept, only a keyed hash of it.
 */
@NullMarked
package pl.dziennik.account.addon;

import org.jspecify.annotations.NullMarked;
