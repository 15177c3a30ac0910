/** The note as the clinician works on it: shown with what is open, and saved. */
@NullMarked
package org.medicscribe.storage.note.editing;

import org.jspecify.annotations.NullMarked;
