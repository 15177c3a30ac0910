package org.medicscribe.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;

/**
 * A note with all that a document of it shows. Patient text, but for the ids.
 *
 * @param version the number of the save that it is
 * @param savedAt when that was
 * @param title what kind of note it is, in its language
 * @param loinc the same for machines; null where nobody said
 * @param patient who was treated, as far as somebody said so
 * @param label what the clinic calls the visit in its lists
 * @param clinic the tenant
 * @param clinician whose visit it is
 * @param engine what drafted it; null if a person wrote it alone
 * @param open what was said and stands in no statement, as long as nobody has decided about it
 * @param signature null for a draft
 * @param addenda oldest first
 * @param changed whether something of the record is not as it was written
 */
public record NoteDocument(
    EncounterId encounter,
    int version,
    Instant savedAt,
    Instant visitAt,
    DocumentLanguage language,
    String title,
    @Nullable String loinc,
    @Nullable Patient patient,
    String label,
    String clinic,
    Person clinician,
    @Nullable String engine,
    List<Section> sections,
    List<Omission> open,
    @Nullable Signature signature,
    List<Addendum> addenda,
    boolean changed) {

  /**
   * Who was treated.
   *
   * @param identifier null where none was given
   */
  public record Patient(
      @Nullable Identifier identifier,
      @Nullable String name,
      @Nullable LocalDate birthDate,
      @Nullable Sex sex) {

    /**
     * The number under which a record system knows the patient.
     *
     * @param system whose number it is: a URI
     */
    public record Identifier(String system, String value) {

      /** For a number of which nobody said whose it is: the clinic's own. */
      public static String systemOf(String clinic) {
        return "https://medicscribe.org/fhir/clinic/"
            + URLEncoder.encode(clinic, StandardCharsets.UTF_8)
            + "/patient";
      }

      @Override
      public String toString() {
        return "Identifier";
      }
    }

    /** Administrative, as FHIR has it. */
    public enum Sex {
      FEMALE,
      MALE,
      OTHER,
      UNKNOWN
    }

    @Override
    public String toString() {
      return "Patient";
    }
  }

  /**
   * A member of the clinic.
   *
   * @param subject the issuer's name for the person, stable
   */
  public record Person(String subject, String name) {}

  /**
   * One part of the note.
   *
   * @param loinc null where LOINC has no code for such a part
   * @param prose whether its statements run on, where the document can set them so
   */
  public record Section(
      String code,
      String title,
      @Nullable String loinc,
      boolean prose,
      List<Statement> statements) {
    public Section {
      statements = List.copyOf(statements);
    }

    /** One statement under the other. */
    public Section(String code, String title, @Nullable String loinc, List<Statement> statements) {
      this(code, title, loinc, false, statements);
    }
  }

  /** One sentence of the note. */
  public record Statement(String id, String text, Standing standing, List<Evidence> evidence) {
    public Statement {
      evidence = List.copyOf(evidence);
    }

    @Override
    public String toString() {
      return "Statement[" + id + ", " + standing + "]";
    }
  }

  /** What a statement rests on. */
  public enum Standing {
    /** On what was said. */
    VERIFIED,
    /** On what was said, but not all of it. */
    PARTLY,
    /** On nothing that was said. */
    UNSUPPORTED,
    /** On a person, who accepts it although nothing that was said backs it. */
    ACCEPTED,
    /** On a person, whose words they are. */
    WRITTEN
  }

  /**
   * Words of the transcript.
   *
   * @param segment names where they stand there
   */
  public record Evidence(String segment, String quote) {
    @Override
    public String toString() {
      return "Evidence[" + segment + "]";
    }
  }

  /** A safety fact that was said and that no statement covers. */
  public record Omission(String kind, String text) {
    @Override
    public String toString() {
      return "Omission[" + kind + "]";
    }
  }

  /** A person stands for the note. */
  public record Signature(Person by, Instant at, String sha256, String attestation) {}

  /** What a person added to the signed note. */
  public record Addendum(UUID id, String text, Person by, Instant at) {
    @Override
    public String toString() {
      return "Addendum[" + id + "]";
    }
  }

  public NoteDocument {
    sections = List.copyOf(sections);
    open = List.copyOf(open);
    addenda = List.copyOf(addenda);
  }

  public boolean isSigned() {
    return signature != null;
  }

  /** When it became what it is. */
  public Instant asOf() {
    if (!addenda.isEmpty()) {
      return addenda.getLast().at();
    }
    return signature == null ? savedAt : signature.at();
  }

  /** How long it is, in characters. */
  public long length() {
    return sections.stream()
            .flatMap(section -> section.statements().stream())
            .mapToLong(statement -> statement.text().length())
            .sum()
        + open.stream().mapToLong(omission -> omission.text().length()).sum()
        + addenda.stream().mapToLong(addendum -> addendum.text().length()).sum();
  }

  @Override
  public String toString() {
    return "NoteDocument[" + encounter + ", version " + version + "]";
  }
}
