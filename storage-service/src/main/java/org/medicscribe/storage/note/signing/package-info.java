/** A note signed for good: its lock, what is added afterwards, and the file of it. */
@NullMarked
package org.medicscribe.storage.note.signing;

import org.jspecify.annotations.NullMarked;
