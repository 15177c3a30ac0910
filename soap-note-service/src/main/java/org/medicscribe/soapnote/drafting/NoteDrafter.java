package org.medicscribe.soapnote.drafting;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Consumer;
import org.medicscribe.events.EngineName;
import org.medicscribe.soapnote.note.NoteLanguage;

/**
 * Writes a note from what was said. An adapter is an application-scoped bean named by
 * {@code @Identifier}, {@code "openai"} or {@code "embedded"}; the configuration chooses between
 * them.
 */
public interface NoteDrafter {

  /**
   * Starts on subscription and never blocks the subscriber; cancelling ends the work.
   *
   * <p>What is expected to go wrong is a {@link DraftResult.Refused}; a failed {@code Uni} is a
   * defect. {@code progress} is called one piece at a time, in order, on any thread, and never
   * after the result; it must not block.
   */
  Uni<DraftResult> draft(DraftRequest request, Consumer<DraftProgress> progress);

  /** Which engine this is, as shown to users. */
  EngineName engine();

  /** The languages it writes notes in. */
  Set<NoteLanguage> languages();
}
