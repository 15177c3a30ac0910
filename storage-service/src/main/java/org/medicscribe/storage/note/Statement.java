package org.medicscribe.storage.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.events.SoapNote.Verification.Status;

/**
 * One sentence of a note.
 *
 * @param id unique within the encounter's versions, kept from version to version
 * @param evidence what a drafter rested it on; of a person's words only a reference
 * @param verification of a drafter's words; null for a person's, whom nobody verifies
 * @param acceptance by whom it is stood for although nothing backs it
 * @param suggestion what a later draft says about the same, beside what a person wrote
 * @param original what the drafter wrote before a person changed it
 * @param omission the omission that this statement was inserted for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statement(
    String id,
    String text,
    List<Evidence> evidence,
    @Nullable Verification verification,
    Origin origin,
    @Nullable Acceptance acceptance,
    @Nullable Wording suggestion,
    @Nullable Wording original,
    @Nullable String omission) {

  /** Whose words they are. */
  public enum Origin {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("edited")
    EDITED,
    @JsonProperty("added")
    ADDED
  }

  /** A person stands for what the transcript does not back. */
  public record Acceptance(String by, Instant at) {}

  public Statement {
    evidence = List.copyOf(evidence);
    if ((origin == Origin.DRAFT) != (verification != null)) {
      throw new IllegalArgumentException("a drafter's words are verified, and only those");
    }
    if (acceptance != null
        && (verification == null || verification.status() != Status.UNSUPPORTED)) {
      throw new IllegalArgumentException("only what nothing backs is accepted");
    }
  }

  static Statement drafted(String id, SoapNote.Statement draft) {
    return drafted(id, new Wording(draft.text(), draft.evidence(), draft.verification()));
  }

  private static Statement drafted(String id, Wording words) {
    return new Statement(
        id,
        words.text(),
        words.evidence(),
        words.verification(),
        Origin.DRAFT,
        null,
        null,
        null,
        null);
  }

  static Statement added(String id, String text) {
    return new Statement(id, text, List.of(), null, Origin.ADDED, null, null, null, null);
  }

  static Statement inserted(String id, String text, Omission omission) {
    return new Statement(
        id,
        text,
        List.of(omission.evidence()),
        null,
        Origin.ADDED,
        null,
        null,
        null,
        omission.id());
  }

  /** Whether a person wrote it, or stands for it: no draft may take it away. */
  boolean isKept() {
    return origin != Origin.DRAFT || acceptance != null;
  }

  /** Whether it stands between the note and a signature. */
  boolean awaitsDecision() {
    return acceptance == null
        && verification != null
        && verification.status() == Status.UNSUPPORTED;
  }

  /** Whether they are the very words that a person has changed into these. */
  boolean hasReplaced(Wording words) {
    return original != null && original.text().equals(words.text());
  }

  /** With these words: a person's, unless they are the drafter's own. */
  Statement saying(String words) {
    if (words.equals(text)) {
      return this;
    }
    if (original != null && words.equals(original.text())) {
      return drafted(id, original).suggesting(suggestion);
    }
    return new Statement(
        id,
        words,
        evidence,
        null,
        origin == Origin.DRAFT ? Origin.EDITED : origin,
        null,
        suggestion,
        verification == null ? original : new Wording(text, evidence, verification),
        omission);
  }

  Statement accepted(Acceptance by) {
    return new Statement(
        id, text, evidence, verification, origin, by, suggestion, original, omission);
  }

  Statement notAccepted() {
    return new Statement(
        id, text, evidence, verification, origin, null, suggestion, original, omission);
  }

  /** The same words of a later draft; an acceptance stays while nothing backs them. */
  Statement backedBy(Wording words) {
    boolean unsupported = words.verification().status() == Status.UNSUPPORTED;
    return new Statement(
        id,
        text,
        words.evidence(),
        words.verification(),
        origin,
        unsupported ? acceptance : null,
        null,
        original,
        omission);
  }

  Statement suggesting(@Nullable Wording words) {
    return new Statement(
        id, text, evidence, verification, origin, acceptance, words, original, omission);
  }

  /** With the words of a suggestion, which are a drafter's again. */
  Statement taking(Wording words) {
    return new Statement(
        id,
        words.text(),
        words.evidence(),
        words.verification(),
        Origin.DRAFT,
        null,
        null,
        null,
        omission);
  }

  @Override
  public String toString() {
    return "Statement[" + id + ", " + origin + "]";
  }
}
