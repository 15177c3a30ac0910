/**
 * The note itself: what it says, how persons and drafts change it, what a signature covers. Knows
 * no framework, and nothing of the packages around it.
 */
@NullMarked
package org.medicscribe.storage.note;

import org.jspecify.annotations.NullMarked;
