/** Drafts of a note: asked for, awaited, and merged with what persons have written. */
@NullMarked
package org.medicscribe.storage.note.drafting;

import org.jspecify.annotations.NullMarked;
