/** The versions of a note, which never change: kept and read. */
@NullMarked
package org.medicscribe.storage.note.versions;

import org.jspecify.annotations.NullMarked;
