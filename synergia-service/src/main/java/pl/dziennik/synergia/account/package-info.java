/** School accounts: who may sign in, how accounts are issued, handed over and issued again. */
@NullMarked
package pl.dziennik.synergia.account;

import org.jspecify.annotations.NullMarked;
