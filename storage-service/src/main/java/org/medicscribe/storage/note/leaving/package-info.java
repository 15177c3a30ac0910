/** What of a note is taken out of the house on a person's wish. */
@NullMarked
package org.medicscribe.storage.note.leaving;

import org.jspecify.annotations.NullMarked;
