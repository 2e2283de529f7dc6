/** The school's regulations: versions, and who accepted which. */
@NullMarked
package pl.dziennik.synergia.regulations;

import org.jspecify.annotations.NullMarked;
