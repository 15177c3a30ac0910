package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SoapNote.SpeakerRole;

/** Topic {@link Topics#NOTE}, keyed by encounter: a note is asked for, then drafted or refused. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NoteEvent.NoteRequested.class, name = "note-requested"),
  @JsonSubTypes.Type(value = NoteEvent.NoteDrafted.class, name = "note-drafted"),
  @JsonSubTypes.Type(value = NoteEvent.NoteFailed.class, name = "note-failed")
})
public sealed interface NoteEvent {

  EncounterId encounterId();

  NoteRequestId noteRequestId();

  /**
   * Carries the transcript it is about, so that a draft can be reproduced from its request alone.
   *
   * @param language the language the note is to be written in, {@code en} or {@code es}
   * @param template its id
   * @param roles who a speaker label is, where a person has said so; absent in older requests
   * @param form the template as it stood then; absent in older requests, which mean a shipped one
   */
  record NoteRequested(
      EncounterId encounterId,
      NoteRequestId noteRequestId,
      String template,
      String language,
      List<TranscriptLine> transcript,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, SpeakerRole> roles,
      Instant requestedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NoteTemplate form)
      implements NoteEvent {
    public NoteRequested {
      transcript = List.copyOf(transcript);
      roles = Map.copyOf(Objects.requireNonNullElse(roles, Map.of()));
    }

    /** About a template that every installation has. */
    public NoteRequested(
        EncounterId encounterId,
        NoteRequestId noteRequestId,
        String template,
        String language,
        List<TranscriptLine> transcript,
        Map<String, SpeakerRole> roles,
        Instant requestedAt) {
      this(encounterId, noteRequestId, template, language, transcript, roles, requestedAt, null);
    }

    @Override
    public String toString() {
      return "NoteRequested[" + encounterId + ", " + noteRequestId + "]";
    }
  }

  /**
   * A segment without its single words.
   *
   * @param unclear the words of the text that were heard badly; absent in older requests
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TranscriptLine(
      SegmentId segment,
      @Nullable String speaker,
      SampleIndex start,
      SampleIndex end,
      String text,
      double confidence,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unclear) {
    public TranscriptLine {
      unclear = List.copyOf(Objects.requireNonNullElse(unclear, List.of()));
    }

    /** A line that was heard well. */
    public TranscriptLine(
        SegmentId segment,
        @Nullable String speaker,
        SampleIndex start,
        SampleIndex end,
        String text,
        double confidence) {
      this(segment, speaker, start, end, text, confidence, List.of());
    }

    @Override
    public String toString() {
      return "TranscriptLine[" + segment + "]";
    }
  }

  /** A verified draft. */
  record NoteDrafted(
      EncounterId encounterId,
      NoteRequestId noteRequestId,
      SoapNote note,
      EngineName engine,
      Instant draftedAt)
      implements NoteEvent {
    @Override
    public String toString() {
      return "NoteDrafted[" + encounterId + ", " + noteRequestId + "]";
    }
  }

  /**
   * There will be no draft for this request.
   *
   * @param code stable, for example {@code transcript-too-short}
   * @param advice what the user can do; holds no patient text
   */
  record NoteFailed(
      EncounterId encounterId,
      NoteRequestId noteRequestId,
      FailureKind kind,
      String code,
      String advice)
      implements NoteEvent {}
}
