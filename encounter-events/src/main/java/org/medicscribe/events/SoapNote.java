package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A drafted and verified note.
 *
 * @param sections in the order of the template
 * @param omissions said during the visit, safety relevant, and covered by no statement
 * @param roles who each speaker label seems to be
 */
public record SoapNote(
    List<Section> sections, List<Omission> omissions, Map<String, SpeakerRole> roles) {

  public SoapNote {
    sections = List.copyOf(sections);
    omissions = List.copyOf(omissions);
    roles = Map.copyOf(roles);
  }

  @Override
  public String toString() {
    return "SoapNote[sections=" + sections.size() + ", omissions=" + omissions.size() + "]";
  }

  /** One part of the note. */
  public record Section(SectionCode code, List<Statement> statements) {
    public Section {
      statements = List.copyOf(statements);
    }
  }

  /** Names a section within its template; the same word in every note of that template. */
  public record SectionCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SectionCode {
      if (!FORM.matcher(value).matches()) {
        throw new IllegalArgumentException("a section is named by 1 to 40 of a-z, 0-9 and -");
      }
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /**
   * One sentence of the note and what it rests on.
   *
   * @param id unique within the note
   */
  public record Statement(
      String id, String text, List<Evidence> evidence, Verification verification) {
    public Statement {
      evidence = List.copyOf(evidence);
    }

    @Override
    public String toString() {
      return "Statement[" + id + ", " + verification.status() + "]";
    }
  }

  /** Words of the transcript that a statement rests on. */
  public record Evidence(SegmentId segment, String quote) {
    @Override
    public String toString() {
      return "Evidence[" + segment + "]";
    }
  }

  /**
   * What code found when it held the statement against its evidence.
   *
   * @param findings one per rule that did not pass
   */
  public record Verification(Status status, List<Finding> findings) {

    public static final Verification VERIFIED = new Verification(Status.VERIFIED, List.of());

    public Verification {
      findings = List.copyOf(findings);
    }

    /** How far a statement is backed. */
    public enum Status {
      /** Every rule passed. */
      @JsonProperty("verified")
      VERIFIED,
      /** Its words are backed, with a reservation worth a look. */
      @JsonProperty("partly")
      PARTLY,
      /** At least one rule failed: to be accepted by a person or removed. */
      @JsonProperty("unsupported")
      UNSUPPORTED
    }
  }

  /**
   * A rule that did not pass.
   *
   * @param rule its stable name, for example {@code numbers-agree}
   * @param detail the words it is about; patient text
   */
  public record Finding(String rule, String detail) {
    @Override
    public String toString() {
      return "Finding[" + rule + "]";
    }
  }

  /** A safety fact that was said and is not in the note. */
  public record Omission(Kind kind, String text, Evidence evidence) {

    @Override
    public String toString() {
      return "Omission[" + kind + "]";
    }

    /** What it is about. */
    public enum Kind {
      @JsonProperty("medicine")
      MEDICINE,
      @JsonProperty("allergy")
      ALLERGY,
      @JsonProperty("follow-up")
      FOLLOW_UP,
      @JsonProperty("red-flag")
      RED_FLAG
    }
  }

  /** Who is speaking. */
  public enum SpeakerRole {
    @JsonProperty("clinician")
    CLINICIAN,
    @JsonProperty("patient")
    PATIENT,
    /** Came with the patient: a relative, a friend, a carer. */
    @JsonProperty("companion")
    COMPANION,
    /** Says in another language what the others say. */
    @JsonProperty("interpreter")
    INTERPRETER,
    @JsonProperty("other")
    OTHER
  }
}
