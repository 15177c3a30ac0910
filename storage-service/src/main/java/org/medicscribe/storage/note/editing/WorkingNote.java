package org.medicscribe.storage.note.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EngineName;
import org.medicscribe.storage.note.Addendum;
import org.medicscribe.storage.note.DraftFailure;
import org.medicscribe.storage.note.Note;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.Signature;
import org.medicscribe.storage.note.drafting.Drafting;
import org.medicscribe.storage.proof.Finding;

/**
 * The latest version of a note, and where it stands.
 *
 * @param author null for what a drafter wrote
 * @param engine of the latest draft
 * @param stale whether the transcript was corrected after it was given to the latest draft
 * @param drafting whether a draft is awaited
 * @param sameAgain whether the latest draft said the same as the note, and so made no version
 * @param failure of the latest request, if that failed
 * @param open what stands between the note and a signature
 * @param addenda to a signed note, oldest first
 * @param mismatch null as long as the record is as it was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkingNote(
    int version,
    NoteVersion.Origin origin,
    Instant createdAt,
    @Nullable Person author,
    @Nullable EngineName engine,
    boolean stale,
    boolean drafting,
    boolean sameAgain,
    @Nullable DraftFailure failure,
    Note note,
    Note.Open open,
    @Nullable Signature signature,
    List<Addendum> addenda,
    @Nullable Mismatch mismatch) {

  /**
   * Something of the visit is not as it was written.
   *
   * @param type {@code record-does-not-match}, as a problem has one
   */
  public record Mismatch(String type, List<Finding> findings) {

    static final String TYPE = "record-does-not-match";

    static @Nullable Mismatch of(List<Finding> findings) {
      return findings.isEmpty() ? null : new Mismatch(TYPE, findings);
    }
  }

  public WorkingNote {
    addenda = List.copyOf(addenda);
  }

  /** The version that it shows. */
  public NoteVersion latest() {
    return new NoteVersion(version, origin, createdAt, author, null, note);
  }

  static WorkingNote of(
      NoteVersion latest,
      Drafting drafting,
      Optional<Signature> signature,
      List<Addendum> addenda,
      List<Finding> findings) {
    return new WorkingNote(
        latest.version(),
        latest.origin(),
        latest.createdAt(),
        latest.author(),
        drafting.engine(),
        drafting.isStale(),
        drafting.isAwaited(),
        drafting.saysTheSame(),
        drafting.failure(),
        latest.note(),
        latest.note().open(),
        signature.orElse(null),
        addenda,
        Mismatch.of(findings));
  }
}
