/** Sets notes as PDF, within the memory that there is for it. */
@NullMarked
package org.medicscribe.storage.note.printing;

import org.jspecify.annotations.NullMarked;
