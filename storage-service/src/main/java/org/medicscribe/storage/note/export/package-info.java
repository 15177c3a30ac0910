/** A note as a text for people and for other systems. */
@NullMarked
package org.medicscribe.storage.note.export;

import org.jspecify.annotations.NullMarked;
