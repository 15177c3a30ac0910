package org.medicscribe.storage.note.drafting;

import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EngineName;
import org.medicscribe.storage.note.DraftFailure;

/**
 * Where the drafting of a note stands.
 *
 * @param isAwaited whether the latest request has not been answered yet
 * @param failure of the latest request, if that failed
 * @param engine of the latest draft
 * @param isStale whether the transcript was corrected after it was given to the latest draft
 * @param saysTheSame whether the latest draft said the same as the note, and so made no version
 */
public record Drafting(
    boolean isAwaited,
    @Nullable DraftFailure failure,
    @Nullable EngineName engine,
    boolean isStale,
    boolean saysTheSame) {}
